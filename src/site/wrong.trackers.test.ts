import { describe, expect, it, vi } from 'vitest';
import { describeSamples, RIGHT, saidOf } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

/** What is wrong, the right text, the wrong one in its place, and the one sentence that is said. */
const WRONG: [what: string, right: string, wrong: string, said: string][] = [
  [
    'an unknown key of a tracker',
    '"purpose": "analytics"',
    '"porpose": "analytics"',
    '30:7: trackers[3].porpose: is an unknown key. Did you mean "purpose"? Known keys: use, id, as, options, carries, name, purpose, uses, provider, description, start, hosts, stop, resume, update, consentMode, stores.',
  ],
  [
    'an id with capitals',
    '"id": "sanaq"',
    '"id": "Sanaq Analytics"',
    '28:7: trackers[3].id: must be 2 to 20 lower-case Latin letters, digits and "-", a letter first. Write one such as "yandex-metrica".',
  ],
  [
    'an id that is a purpose',
    '"id": "sanaq"',
    '"id": "analytics"',
    '28:7: trackers[3].id: "analytics" is the name of a purpose or technology. Write another id.',
  ],
  [
    'no country',
    ', "country": "KZ"',
    '',
    '32:7: trackers[3].provider.country: is missing. Write one such as "RU".',
  ],
  [
    'a country that is none',
    '"KZ"',
    '"XX"',
    '32:42: trackers[3].provider.country: "XX" is no country. Write an ISO 3166-1 code such as "RU".',
  ],
  [
    'no Russian text',
    ', "ru": "Считает"',
    '',
    '33:7: trackers[3].description.ru: is missing. Write the same in Russian.',
  ],
  [
    'Latin letters in Kazakh',
    '"kk": "Санайды"',
    '"kk": "Cанайды"',
    '33:24: trackers[3].description.kk: "Cанайды" mixes Latin and Cyrillic letters. Type the word again with Kazakh letters.',
  ],
  [
    'a technology left out',
    '"uses": ["cookies"]',
    '"uses": ["pixels"]',
    '31:7: trackers[3].uses: lacks "cookies", but stores[0] is a cookie. Add "cookies".',
  ],
  [
    'a purpose nobody knows',
    '"purpose": "analytics"',
    '"purpose": "analitics"',
    '30:7: trackers[3].purpose: is not one of the known words. Did you mean "analytics"? Write one of: "analytics", "marketing", "support", "media", "antifraud".',
  ],
  [
    'an address without TLS',
    '"https://sanaq.example/a.js"',
    '"http://sanaq.example/a.js"',
    '35:19: trackers[3].start[0].script: must be an https:// address or a path of the site that begins with "/". Write the address of the script.',
  ],
  [
    'an address of another host',
    '"https://sanaq.example/a.js"',
    '"https://cdn.sq.example/a.js"',
    '34:7: trackers[3].hosts: lacks the host of start[0]. Add "cdn.sq.example".',
  ],
  [
    'a step that is none',
    '{ "call": "sanaq.stop" }',
    '{ "cal": "sanaq.stop" }',
    '36:18: trackers[3].stop[0].cal: is an unknown key. Did you mean "call"? Known keys: call, args.',
  ],
  [
    'a key of a step misspelt',
    '{ "call": "sanaq.stop" }',
    '{ "stub": "ym", "qeue": "ym.a" }',
    '36:32: trackers[3].stop[0].qeue: is an unknown key. Did you mean "queue"? Known keys: stub, queue, keeps, through.',
  ],
  [
    'a step that reaches for what every object has',
    '{ "script": "https://sanaq.example/a.js" }',
    '{ "set": "__proto__.x", "to": 1 }',
    '35:17: trackers[3].start[0]: "__proto__.x" is no vendor\'s name. Write the vendor\'s own function or flag.',
  ],
  [
    'a step with half its keys',
    '{ "call": "sanaq.stop" }',
    '{ "alias": "sanaqOff" }',
    '36:16: trackers[3].stop[0].of: is missing. Write one such as "vendor".',
  ],
  [
    'no way to stop',
    '"stop": [{ "call": "sanaq.stop" }],',
    '',
    '27:5: trackers[3].stop: is missing. Write how the vendor is stopped, such as [{ "call": "vendor.stop" }], [] when nothing of it goes on by itself (a frame), or false when it cannot be stopped on a page.',
  ],
  [
    'a lifetime in no words',
    '"1 year"',
    '"12 mounths"',
    '37:55: trackers[3].stores[0].lifetime: is no lifetime. Write "session", "until erased", "unknown", or a number of minutes, hours, days, months or years, such as "13 months".',
  ],
  [
    'a store kind that is none',
    '"kind": "cookie", "name": "_sq_*"',
    '"kind": "cookies", "name": "_sq_*"',
    '37:20: trackers[3].stores[0].kind: is not one of the known words. Did you mean "cookie"? Write one of: "cookie", "localStorage", "sessionStorage", "indexedDB", "cacheStorage".',
  ],
  [
    'a tracker that is allowed',
    '"cdn.site.example"',
    '"sanaq.example/a.js"',
    '35:17: trackers[3].start[0]: is never held, because "allow" has "sanaq.example/a.js". Take it out of "allow".',
  ],
  [
    'erasing what a tracker stores',
    '"_old_*"',
    '"_sq*"',
    '18:33: erase[0].name: "_sq*" is stored by trackers[3], which erases it itself. Take it out here.',
  ],
];

describe('a configuration with one wrong tracker', () => {
  it.each(WRONG)('is told of %s in one sentence', (_what, right, wrong, said) => {
    expect(RIGHT.split(right)).toHaveLength(2);
    expect(saidOf(RIGHT.replace(right, wrong))).toEqual([`consent.config.json:${said}`]);
  });
});
