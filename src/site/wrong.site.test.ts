import { describe, expect, it, vi } from 'vitest';
import { describeSamples, RIGHT, saidOf } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

/** What is wrong, the right text, the wrong one in its place, and the one sentence that is said. */
const WRONG: [what: string, right: string, wrong: string, said: string][] = [
  [
    'a comma too much',
    '"№1",',
    '"№1",,',
    '9:22: The file is not JSON: the name of a key is missing. Write it in double quotes, or take the comma before it away.',
  ],
  [
    'single quotes',
    '"termDays": 180',
    "'termDays': 180",
    '13:3: The file is not JSON: this is no word of JSON. Write texts in double quotes.',
  ],
  [
    'a key that stands twice',
    '"revision": 2,',
    '"revision": 2, "protectedRoutes": [],',
    '22:18: protectedRoutes: stands here twice, first at 17:3. Merge them.',
  ],
  [
    'an unknown key near a known one',
    '"termDays"',
    '"termDay"',
    '13:3: termDay: is an unknown key. Did you mean "termDays"? Known keys: $schema, operator, policy, termDays, revision, cookie, languages, base, guard, allow, allowStores, protectedRoutes, leftovers, erase, gpc, log, texts, purposes, theme, layout, languageMode, trackers.',
  ],
  [
    'a BIN with a wrong digit',
    '"971240001315"',
    '"971240001316"',
    "4:5: operator.bin: is not a BIN: 12 digits, the last one a check digit. Write the operator's BIN.",
  ],
  [
    'a BIN as a number',
    '"971240001315"',
    '971240001315',
    "4:5: operator.bin: must be text. Write the operator's BIN: 12 digits in quotes.",
  ],
  [
    'no BIN',
    '\n    "bin": "971240001315",',
    '',
    "2:3: operator.bin: is missing. Write the operator's BIN: 12 digits in quotes.",
  ],
  [
    'a date as people write it',
    '"2020-03-10"',
    '"10.03.2020"',
    '10:5: policy.date: is no date. Write year-month-day, such as "2020-03-10".',
  ],
  ['a term as text', '180', '"180"', '13:3: termDays: must be a whole number. Write days, such as 180.'],
  ['a term without an end', '180', '3650', '13:3: termDays: is too long. Write 1 to 395 days.'],
  [
    'Russian first',
    '["kk", "ru"]',
    '["ru", "kk"]',
    '14:3: languages: must begin with "kk" and name each once. Write ["kk", "ru"].',
  ],
  [
    'a mark in the name of a purpose',
    '{ "support": { "hidden": true } }',
    '{ "support": { "name": { "kk": "Чат {{bin}}", "ru": "Чат" } } }',
    '20:30: purposes.support.name: must not hold "{{" or "$t(", which stand for a value. Take it out.',
  ],
  [
    'a theme nobody knows',
    '{ "accent": "#0b5c4d", "radius": "8px" }',
    '"kök"',
    '21:3: theme: is no known theme. Did you mean "kok"? Write one of: "akshamat", "kok", or an object.',
  ],
  [
    'a theme that is a number',
    '{ "accent": "#0b5c4d", "radius": "8px" }',
    '5',
    '21:3: theme: must be the name of a theme or an object. Write the name of a theme, or { "use", "accent", "accentDark", "radius", "font", "scheme", "parts" }.',
  ],
  [
    "erasing what is the banner's",
    '"_old_*"',
    '"kelis*"',
    '18:33: erase[0].name: "kelis*" would also erase what the banner itself stores. Write the name that the tracker had.',
  ],
  [
    'erasing what the site keeps',
    '"guard": "known"',
    '"allowStores": ["_o*"]',
    '18:33: erase[0].name: "_old_*" would also erase what "allowStores" keeps as "_o*". Take it out of one of them.',
  ],
  [
    'a text nobody knows',
    '"ui.accept"',
    '"ui.acept"',
    '19:14: texts["ui.acept"]: is the key of no text. Did you mean "ui.accept"? All keys are in locales/kk.json and locales/ru.json.',
  ],
  [
    'a text without a language',
    '"kk": "Қабылдау", ',
    '',
    '19:14: texts["ui.accept"].kk: is missing. Write the text in Kazakh.',
  ],
  [
    'a text with another value',
    '"ui.accept": { "kk": "Қабылдау"',
    '"ui.accept": { "kk": "{{n}} қабылдау"',
    '19:29: texts["ui.accept"].kk: must hold the same as the original: nothing to be filled in. Mend it.',
  ],
  [
    'a purpose that is hidden by a word',
    '"hidden": true',
    '"hidden": "yes"',
    '20:30: purposes.support.hidden: must be true or false. Write true, or leave it out.',
  ],
  [
    'a colour by name',
    '"#0b5c4d"',
    '"green"',
    '21:14: theme.accent: must be a hex colour. Write one such as "#0b5c4d".',
  ],
  [
    'a colour nobody can read',
    '"#0b5c4d"',
    '"#6fbf73"',
    '21:14: theme.accent: "#6fbf73" has a contrast of 2.23 : 1 to the text on it (#fff); 4.5 : 1 is needed. Write a darker colour.',
  ],
  [
    'corners without a unit',
    '"8px"',
    '"8"',
    '21:35: theme.radius: must be a length. Write one such as "8px".',
  ],
  [
    'a revision with a part',
    '"revision": 2',
    '"revision": 1.5',
    '22:3: revision: must be a whole number. Write one such as 1, and raise it to ask everybody again.',
  ],
  [
    'a policy that is not there',
    '"kk": "policy.md"',
    '"kk": "polisy.md"',
    '11:15: policy.text.kk: The file polisy.md cannot be read. Write its path, seen from consent.config.json.',
  ],
];

describe('a configuration with one mistake', () => {
  it('is right without it', () => {
    expect(saidOf(RIGHT)).toEqual(['used: 4']);
  });

  it.each(WRONG)('is told of %s in one sentence', (_what, right, wrong, said) => {
    expect(RIGHT.split(right)).toHaveLength(2);
    expect(saidOf(RIGHT.replace(right, wrong))).toEqual([`consent.config.json:${said}`]);
  });
});
