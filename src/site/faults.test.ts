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
/** Where it is told, what is said, and the value that is wrong; its place is the one told unless given. */
type Fault = [where: string, said: RegExp, value: unknown, at?: string];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Puts a value into a configuration; undefined takes away what is there. */
function put(config: Any, path: string, value: unknown): void {
  const keys = path.match(/[\w-]+/g) as string[];
  const last = keys.pop() as string;
  let place = config;
  for (const key of keys) place = place[key] ??= {};
  if (value === undefined) delete place[last];
  else place[last] = value;
}

/** The error that the demo's configuration gives with these faults. */
function errorOf(...faults: Fault[]): ConfigError {
  const config: Any = structuredClone(demo);
  const policy = (locale: string) =>
    fileURLToPath(new URL(`../../locales/policy.${locale}.md`, import.meta.url));
  config.policy.text = { kk: policy('kk'), ru: policy('ru') };
  for (const [where, , value, at = where] of faults) put(config, at, value);
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

/** Faults that can stand in one file together. */
const FAULTS: Fault[] = [
  ['cokie', /unknown key\. Did you mean "cookie".*Known keys: .*cookie/, {}],
  ['operator.bin', /is not a BIN.*Write/, '971240001316'],
  ['operator.name.ru', /is missing\. Write/, undefined],
  ['operator.contact', /is empty\. Write/, {}],
  ['policy.protocol', /is missing\. Write/, undefined],
  ['policy.date', /is no date\. Write/, '10.03.2020'],
  ['policy.title.kk', /"Cаясат" mixes Latin and Cyrillic.*Type/, 'Cаясат'],
  ['policy.text.ru', /nothing\.md cannot be read.*Write/, 'nothing.md'],
  ['termDays', /too short\. Write 1 to 395/, 0],
  ['cookie.domain', /without a leading dot.*Write/, '.akshamat.kz'],
  ['base', /with "\/" at its end.*Write/, '/kelisim'],
  ['trackers[0].id', /name of a purpose.*another/, 'analytics'],
  ['trackers[0].start[0].script', /https:\/\/.*Write/, 'http://x.kz/a.js'],
  ['trackers[0].start[0].attributes.onload', /no attribute.*Handlers/, 'x()'],
  ['trackers[0].stores[0].name', /two characters beside "\*".*Write/, '*'],
  ['trackers[0].stores[1].name', /erase what the banner itself.*Write/, 'kel*'],
  ['trackers[0].stores[2].lifetime', /no lifetime\. Write/, 'long'],
  ['trackers[0].stores[3].name', /erase what the banner itself.*Write/, '*.locale'],
  ['trackers[1].id', /must be 2 to 20.*Write/, 'Izdeu Ads'],
  ['trackers[1].stop', /is missing.*Write/, undefined],
  ['trackers[1].resume', /no "stop" to resume.*Add/, undefined, 'trackers[1].stop'],
  ['trackers[1].provider.country', /"XX" is no country.*Write/, 'XX'],
  ['trackers[1].description.ru', /is missing\. Write/, undefined],
  ['trackers[2].uses', /lacks "pixels".*start\[0\].*Add "pixels"/, ['cookies']],
  ['trackers[2].purpose', /known words.*"analytics"/, 'ads'],
  ['trackers[3].uses', /lacks "localStorage".*stores\[0\].*Add/, ['pixels']],
  ['trackers[3].description.kk', /known misspelling.*Type/, 'Деректерді өндеу'],
  ['trackers[4].id', /"komek" is taken by trackers\[3\].*another/, 'komek'],
  ['trackers[4].provider.name', /is empty\. Write/, ''],
  ['trackers[5].stop[0]', /"__proto__\.x" is no vendor.*Write/, '__proto__.x', 'trackers[5].stop[0].call'],
  ['trackers[5].resume[0].call', /path of names.*Write/, 'alert(1)'],
];

/** Other faults, each told alone. */
const MORE: Fault[] = [
  ['cookie.name', /Latin letters.*Write/, 'a b'],
  ['termDays', /too long\. Write 1 to 395/, 396],
  ['termDays', /whole number\. Write/, '180'],
  ['termDays', /whole number\. Write/, 1.5],
  ['operator', /is missing\. Write/, undefined],
  ['operator.bin', /is missing\. Write/, undefined],
  ['operator.contact.url', /\. Write/, 5],
  ['languages', /begin with "kk".*Write/, ['ru', 'kk']],
  ['languages', /begin with "kk".*Write/, []],
  ['trackers', /must be a list\. Write/, {}],
  ['trackers[0].note', /unknown key\..*Known keys/, 'x'],
  ['trackers[0].id', /name of a purpose or technology.*another/, 'cookies'],
  ['trackers[0].uses', /is empty\. Write/, []],
  ['trackers[0].uses', /lacks "cookies".*Add/, ['pixels', 'localStorage']],
  ['trackers[0].provider.name', /is missing\. Write/, undefined],
  ['trackers[0].provider.country', /two capital letters.*Write/, 'ru'],
  ['trackers[0].provider.country', /no country.*Write/, 'ZZ'],
  ['trackers[0].start[0].src', /unknown key\. Known keys: script/, 'x'],
  ['trackers[0].start[0]', /\. Write/, 'https://x.kz/a.js'],
  ['trackers[0].start[0].attributes.data-kelisim', /no attribute/, 'izdeu'],
  ['trackers[0].start[0].attributes.data-src', /no attribute/, 'http://x.kz/a.js'],
  ['trackers[0].start[0].attributes.data-type', /no attribute/, 'module'],
  ['trackers[0].stop[0]', /\. Write/, 'sanaq.stop'],
  ['trackers[0].stop[0]', /no vendor.*Write/, [{ set: 'a.constructor.b', to: 1 }], 'trackers[0].stop'],
  ['trackers[0].stop[0].to', /\. Write/, [{ set: 'sanaqOff' }], 'trackers[0].stop'],
  ['trackers[3].resume', /no "stop" to resume/, [{ call: 'x' }]],
];

describe('a broken configuration', () => {
  it.each([...FAULTS, ...MORE])('is told at "%s": %s', (...fault) => {
    const [where, said] = fault;
    expect(errorOf(fault).problems).toContainEqual({ where, message: expect.stringMatching(said) });
  });

  it('is told of every fault at once, each with its place', () => {
    const { problems } = errorOf(...FAULTS);
    const found = ([where, said]: Fault) =>
      problems.some((problem: Problem) => problem.where === where && said.test(problem.message));
    expect(FAULTS.filter((fault) => !found(fault)).map(([where]) => where)).toEqual([]);
  });

  it('is told of nothing twice and of nothing that is right', () => {
    const { problems } = errorOf(...FAULTS);
    const lines = problems.map(({ where, message }) => `${where}: ${message}`);
    expect(lines).toEqual([...new Set(lines)]);
    const places = problems.map(({ where }) => where);
    expect(places.filter((where) => !FAULTS.some(([wrong]) => wrong === where))).toEqual([]);
  });

  it('is told of a wrong store kind by the known words alone', () => {
    const place = 'trackers[4].stores[0].kind';
    expect(errorOf([place, /./, 'cookies']).problems.map(({ where }) => where)).toEqual([place]);
  });

  it('is told the right place behind an empty entry', () => {
    const faults: Fault[] = [
      ['trackers[0]', /./, null],
      ['trackers[2].uses', /./, ['cookies']],
    ];
    expect(
      errorOf(...faults)
        .problems.map(({ where }) => where)
        .sort(),
    ).toEqual(['trackers[0]', 'trackers[2].uses']);
  });

  it('gets one message that lists each problem with its place, then names the file and counts', () => {
    const { message, problems } = errorOf(...FAULTS);
    const lines = message.split('\n');
    expect(lines.pop()).toMatch(
      new RegExp(`consent\\.config\\.json cannot be used: ${problems.length} problems`),
    );
    const listed = lines.filter((line) => !line.includes(': warning: '));
    expect(listed).toHaveLength(problems.length);
    expect(listed.every((line) => /consent\.config\.json:\d+:\d+: /.test(line))).toBe(true);
    expect(listed).toContainEqual(expect.stringMatching(/: trackers\[2\]\.uses: lacks "pixels"/));
  });

  it('always hears a cure: every problem has a second sentence', () => {
    const { problems } = errorOf(...FAULTS);
    expect(problems.filter(({ message }) => !/\. \p{Lu}.*\.$/su.test(message))).toEqual([]);
  });
});
