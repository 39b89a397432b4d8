import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { loadSite } from './build.ts';
import { ConfigError, type Problem } from './problems.ts';

// biome-ignore lint/suspicious/noExplicitAny: configurations that are wrong on purpose
type Any = any;
type Fault = [where: string, said: RegExp, edit: (config: Any) => void];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The error that the demo's configuration gives after some edits. */
function errorOf(...edits: ((config: Any) => void)[]): ConfigError {
  const config: Any = structuredClone(demo);
  const policy = (locale: string) =>
    fileURLToPath(new URL(`../../locales/policy.${locale}.md`, import.meta.url));
  config.policy.text = { kk: policy('kk'), ru: policy('ru') };
  for (const edit of edits) edit(config);
  const file = join(folder, 'consent.config.json');
  writeFileSync(file, JSON.stringify(config));
  try {
    loadSite(file);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause;
    throw cause;
  }
  throw new Error('The configuration was taken.');
}

const FAULTS: Fault[] = [
  ['', /unknown key "cokie".*Known keys: .*cookie/, (config) => (config.cokie = {})],
  ['operator.bin', /is not a BIN.*Write/, ({ operator }) => (operator.bin = '971240001316')],
  ['operator.name.ru', /is missing\. Write/, ({ operator }) => delete operator.name.ru],
  ['operator.contact', /is empty\. Write/, ({ operator }) => (operator.contact = {})],
  ['policy.protocol', /is missing\. Write/, ({ policy }) => delete policy.protocol],
  ['policy.date', /is no date\. Write/, ({ policy }) => (policy.date = '10.03.2020')],
  [
    'policy.title.kk',
    /"Cаясат" mixes Latin and Cyrillic.*Type/,
    ({ policy }) => (policy.title.kk = 'Cаясат'),
  ],
  ['policy.text.ru', /nothing\.md cannot be read.*Write/, ({ policy }) => (policy.text.ru = 'nothing.md')],
  ['termDays', /too short\. Write 1 to 395/, (config) => (config.termDays = 0)],
  ['cookie.domain', /without a leading dot.*Write/, (config) => (config.cookie.domain = '.akshamat.kz')],
  ['base', /with "\/" at its end.*Write/, (config) => (config.base = '/kelisim')],
  ['trackers[0].id', /name of a purpose.*another/, ({ trackers }) => (trackers[0].id = 'analytics')],
  [
    'trackers[0].start[0].script',
    /https:\/\/.*Write/s,
    ({ trackers }) => (trackers[0].start[0].script = 'http://x.kz/a.js'),
  ],
  [
    'trackers[0].start[0].attributes.onload',
    /no attribute.*Handlers/,
    ({ trackers }) => (trackers[0].start[0].attributes = { onload: 'x()' }),
  ],
  [
    'trackers[0].stores[0].name',
    /two characters beside "\*".*Write/,
    ({ trackers }) => (trackers[0].stores[0].name = '*'),
  ],
  [
    'trackers[0].stores[1].name',
    /erase what the banner itself.*Write/,
    ({ trackers }) => (trackers[0].stores[1].name = 'kel*'),
  ],
  [
    'trackers[0].stores[2].lifetime',
    /no lifetime\. Write/,
    ({ trackers }) => (trackers[0].stores[2].lifetime = 'long'),
  ],
  [
    'trackers[0].stores[3].name',
    /erase what the banner itself.*Write/,
    ({ trackers }) => (trackers[0].stores[3].name = '*.locale'),
  ],
  ['trackers[1].id', /must be 2 to 24.*Write/, ({ trackers }) => (trackers[1].id = 'Izdeu Ads')],
  [
    'trackers[1].stop',
    /is missing.*Write/,
    ({ trackers }) => (delete trackers[1].stop, delete trackers[1].resume),
  ],
  [
    'trackers[1].provider.country',
    /"XX" is no country.*Write/,
    ({ trackers }) => (trackers[1].provider.country = 'XX'),
  ],
  ['trackers[1].description.ru', /is missing\. Write/, ({ trackers }) => delete trackers[1].description.ru],
  [
    'trackers[2].uses',
    /lacks "pixels".*start\[0\].*Add "pixels"/,
    ({ trackers }) => (trackers[2].uses = ['cookies']),
  ],
  ['trackers[2].purpose', /known words.*"analytics"/, ({ trackers }) => (trackers[2].purpose = 'ads')],
  [
    'trackers[3].uses',
    /lacks "localStorage".*stores\[0\].*Add/,
    ({ trackers }) => (trackers[3].uses = ['pixels']),
  ],
  [
    'trackers[3].description.kk',
    /known misspelling.*Type/,
    ({ trackers }) => (trackers[3].description.kk = 'Деректерді өндеу'),
  ],
  [
    'trackers[4].id',
    /"komek" is taken by trackers\[3\].*another/,
    ({ trackers }) => (trackers[4].id = 'komek'),
  ],
  ['trackers[4].provider.name', /is empty|must be/, ({ trackers }) => (trackers[4].provider.name = '')],
  [
    'trackers[5].stop[0]',
    /"__proto__\.x" is no vendor.*Write/,
    ({ trackers }) => (trackers[5].stop[0].call = '__proto__.x'),
  ],
  [
    'trackers[5].resume[0].call',
    /path of names.*Write/,
    ({ trackers }) => (trackers[5].resume[0].call = 'alert(1)'),
  ],
];

const MORE: Fault[] = [
  ['cookie.name', /Latin letters.*Write/, (config) => (config.cookie.name = 'a b')],
  ['termDays', /too long\. Write 1 to 395/, (config) => (config.termDays = 396)],
  ['termDays', /whole number\. Write/, (config) => (config.termDays = '180')],
  ['termDays', /whole number\. Write/, (config) => (config.termDays = 1.5)],
  ['operator', /is missing\. Write/, (config) => delete config.operator],
  ['operator.bin', /is missing\. Write/, ({ operator }) => delete operator.bin],
  ['languages', /begin with "kk".*Write/, (config) => (config.languages = ['ru', 'kk'])],
  ['languages', /begin with "kk".*Write/, (config) => (config.languages = [])],
  ['trackers', /must be a list\. Write/, (config) => (config.trackers = {})],
  ['trackers[0]', /unknown key "note".*Known keys/, ({ trackers }) => (trackers[0].note = 'x')],
  [
    'trackers[0].start[0]',
    /unknown key "src".*Known keys/,
    ({ trackers }) => (trackers[0].start[0].src = 'x'),
  ],
  [
    'trackers[0].provider.country',
    /two capital letters.*Write/,
    ({ trackers }) => (trackers[0].provider.country = 'ru'),
  ],
  [
    'trackers[0].provider.country',
    /no country.*Write/,
    ({ trackers }) => (trackers[0].provider.country = 'ZZ'),
  ],
  ['trackers[0].stop', /\. Write/, ({ trackers }) => (trackers[0].stop = [])],
  [
    'trackers[0].stop[0]',
    /no vendor.*Write/,
    ({ trackers }) => (trackers[0].stop = [{ set: 'a.constructor.b', to: 1 }]),
  ],
  ['trackers[0].uses', /is empty\. Write/, ({ trackers }) => (trackers[0].uses = [])],
  ['trackers[0].uses', /lacks "cookies"/, ({ trackers }) => (trackers[0].uses = ['pixels', 'localStorage'])],
  ['trackers[3].resume', /no "stop" to resume/, ({ trackers }) => (trackers[3].resume = [{ call: 'x' }])],
  ['trackers[0].start[0]', /\. Write/, ({ trackers }) => (trackers[0].start = ['https://x.kz/a.js'])],
  ['trackers[0].stop[0]', /\. Write/, ({ trackers }) => (trackers[0].stop = ['sanaq.stop'])],
  ['trackers[0].provider.name', /is missing.*Write/, ({ trackers }) => delete trackers[0].provider.name],
  ['trackers[0].stop[0].to', /\. Write/, ({ trackers }) => (trackers[0].stop = [{ set: 'sanaqOff' }])],
  ['operator.contact.url', /\. Write/, ({ operator }) => (operator.contact.url = 5)],
  [
    'trackers[2].uses',
    /lacks "pixels"/,
    ({ trackers }) => trackers.splice(0, 1, null) && (trackers[2].uses = ['cookies']),
  ],
  ...['data-kelisim', 'data-src', 'data-type'].map(
    (name): Fault => [
      `trackers[0].start[0].attributes.${name}`,
      /no attribute/,
      ({ trackers }) => (trackers[0].start[0].attributes = { [name]: 'izdeu' }),
    ],
  ),
];

describe('a broken configuration', () => {
  it.each([...FAULTS, ...MORE])('is told at "%s" that it %s', (where, said, edit) => {
    const { problems } = errorOf(edit);
    expect(problems).toContainEqual({ where, message: expect.stringMatching(said) });
  });

  it('is told of every fault at once, each with its place', () => {
    const { problems } = errorOf(...FAULTS.map(([, , edit]) => edit));
    const found = ([where, said]: Fault) =>
      problems.some((problem: Problem) => problem.where === where && said.test(problem.message));
    expect(FAULTS.filter((fault) => !found(fault)).map(([where]) => where)).toEqual([]);
  });

  it('is told of nothing twice and of nothing that is right', () => {
    const { problems } = errorOf(...FAULTS.map(([, , edit]) => edit));
    const lines = problems.map(({ where, message }) => `${where}: ${message}`);
    expect(lines).toEqual([...new Set(lines)]);
    expect(
      problems.map(({ where }) => where).filter((where) => !FAULTS.some(([right]) => right === where)),
    ).toEqual([]);
  });

  it('is told of a wrong store kind by the known words alone', () => {
    const { problems } = errorOf(({ trackers }) => {
      trackers[4].stores[0].kind = 'cookies';
    });
    expect(problems.map(({ where }) => where)).toEqual(['trackers[4].stores[0].kind']);
  });

  it('gets one message that names the file, counts the problems and lists each on a line', () => {
    const { message, problems } = errorOf(...FAULTS.map(([, , edit]) => edit));
    const [first, ...lines] = message.split('\n');
    expect(first).toBe(`consent.config.json cannot be used: ${problems.length} problems`);
    expect(lines).toHaveLength(problems.length);
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}trackers\[2\]\.uses: lacks "pixels"/));
  });

  it('always hears a cure: every problem has a second sentence', () => {
    const { problems } = errorOf(...FAULTS.map(([, , edit]) => edit));
    expect(problems.filter(({ message }) => !/\. \p{Lu}.*\.$/su.test(message))).toEqual([]);
  });
});
