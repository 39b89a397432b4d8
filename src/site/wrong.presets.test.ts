import { describe, expect, it, vi } from 'vitest';
import { describeSamples, RIGHT, saidOf } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

/** What is wrong, the right text, the wrong one in its place, and the one sentence that is said. */
const WRONG: [what: string, right: string, wrong: string, said: string][] = [
  [
    'an unknown preset',
    '"yandex-metrica"',
    '"yandex-metrika"',
    '24:7: trackers[0].use: is no known preset. Did you mean "yandex-metrica"? Leave "use" out for a tracker that has no preset.',
  ],
  [
    'an account of another shape',
    '"12345678"',
    '"YM-1"',
    '24:32: trackers[0].id: "YM-1" is no account at Yandex Metrica. Write one such as "12345678".',
  ],
  [
    'an account without quotes',
    '"12345678"',
    '12345678',
    '24:32: trackers[0].id: must be text. Write the account at the vendor, or the own id of a tracker without "use", in quotes.',
  ],
  [
    'an account with a blank',
    '"G-ABCDE12345"',
    '"G-ABC DE"',
    '26:34: trackers[2].id: "G-ABC DE" is no account at Google Analytics. Write one such as "G-ABCDE12345".',
  ],
  [
    'no account',
    ', "id": "12345678"',
    '',
    '24:5: trackers[0].id: is missing: the site\'s account at Yandex Metrica. Write it in quotes, such as "12345678".',
  ],
  [
    'an account where none is needed',
    '"yandex-metrica", "id"',
    '"youtube", "id"',
    '24:25: trackers[0].id: is not needed: YouTube has no account. Take it out, or write "as".',
  ],
  [
    'an option without a preset',
    '"name": "Sanaq",',
    '"name": "Sanaq", "options": {},',
    '29:24: trackers[3].options: has a meaning only with a preset. Add "use" or take it out.',
  ],
  [
    'options that nobody is handed',
    '"id": "G-ABCDE12345"',
    '"id": "G-ABCDE12345", "options": { "anonymize_ip": true }',
    '26:56: trackers[2].options: has no meaning for this preset: Google Analytics is handed none. Take it out.',
  ],
  [
    'options beside an own start',
    '"id": "12345678"',
    '"id": "12345678", "options": { "defer": false }, "start": []',
    '24:50: trackers[0].options: has no meaning beside "start", which stands in place of what the preset says. Write them there.',
  ],
  [
    'the same preset twice',
    '{ "use": "yandex-metrica",',
    '{ "use": "yandex-metrica", "id": "87654321" },\n    { "use": "yandex-metrica",',
    '25:5: trackers[1].as: "yandex-metrica" is taken by trackers[0]. Write another "as".',
  ],
  [
    'an own id that is a purpose',
    '"id": "12345678"',
    '"id": "12345678", "as": "media"',
    '24:50: trackers[0].as: "media" is the name of a purpose or technology. Write another "as".',
  ],
  [
    'an id that is taken',
    '"id": "sanaq"',
    '"id": "yandex-metrica"',
    '28:7: trackers[3].id: "yandex-metrica" is taken by trackers[0]. Write another id.',
  ],
  [
    'carrying who is not there',
    '["google-analytics"]',
    '["google-analitics"]',
    '25:69: trackers[1].carries[0]: "google-analitics" is no tracker of this file. Did you mean "google-analytics"? Add it to "trackers", so that visitors are told.',
  ],
  [
    'carrying itself',
    '["google-analytics"]',
    '["google-tag-manager"]',
    '25:69: trackers[1].carries[0]: is the container itself. Write what it brings in.',
  ],
  [
    'options of what a container starts',
    '"id": "12345678" },\n    { "use": "google-tag-manager", "id": "GTM-ABC1234", "carries": ["',
    '"id": "12345678", "options": {} },\n    { "use": "google-tag-manager", "id": "GTM-ABC1234", "carries": ["yandex-metrica", "',
    '24:50: trackers[0].options: has no meaning, because trackers[1] starts this one. Write them in the container itself.',
  ],
  [
    'carrying each other',
    '"id": "G-ABCDE12345"',
    '"id": "G-ABCDE12345", "carries": ["google-tag-manager"]',
    '26:68: trackers[2].carries[0]: "google-tag-manager" carries this one itself, so that nobody would start them. Take it out of one of them.',
  ],
  [
    'carrying twice',
    '["google-analytics"]',
    '["google-analytics", "google-analytics"]',
    '25:89: trackers[1].carries[1]: "google-analytics" is carried by trackers[1] already. Take it out of one of them.',
  ],
  [
    'no description',
    '"description": { "kk": "Санайды", "ru": "Считает" },',
    '',
    '27:5: trackers[3].description: is missing. Write what the tracker does and why: { "kk", "ru" }. For a known vendor write "use" with its preset.',
  ],
];

describe('a configuration with one mistake about presets', () => {
  it.each(WRONG)('is told of %s in one sentence', (_what, right, wrong, said) => {
    expect(RIGHT.split(right)).toHaveLength(2);
    expect(saidOf(RIGHT.replace(right, wrong))).toEqual([`consent.config.json:${said}`]);
  });
});
