import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { expand } from './expand.ts';
import { countriesAbroad, inLocale, resolve } from './resolve.ts';
import { type SiteConfig, schema } from './schema.ts';

const TEXT = { kk: 'Саясат', ru: 'Политика' };

/** The demo's configuration after an edit. */
function edited(edit: (config: SiteConfig) => void = () => {}): SiteConfig {
  const config = expand(schema.parse(structuredClone(demo)));
  edit(config);
  return config;
}
const site = (edit?: (config: SiteConfig) => void, text = TEXT) => resolve(edited(edit), text);
const revision = (...given: Parameters<typeof site>) => site(...given).rules.revision;
const baseOf = (text: string) => text.split('~')[0];
const printsOf = (text: string) => text.split('~').slice(1);
const first = (config: SiteConfig) => config.trackers[0] as SiteConfig['trackers'][number];

describe('the revision', () => {
  it('is the same for the same configuration', () => {
    expect(revision()).toBe(revision());
  });

  it('has a part for what all visitors are told and one for each tracker, in order', () => {
    expect(baseOf(revision())).toMatch(/^[\w-]{6,}$/);
    expect(printsOf(revision())).toHaveLength(demo.trackers.length);
    expect(new Set(printsOf(revision())).size).toBe(demo.trackers.length);
  });

  it.each<[string, (config: SiteConfig) => void]>([
    ["the operator's name", ({ operator }) => (operator.name.kk += '!')],
    ["the operator's BIN", ({ operator }) => (operator.bin = '971240001315')],
    ["the operator's contact", ({ operator }) => (operator.contact.phone = '1')],
    ['the term', (config) => (config.termDays = 90)],
    ["the policy's title", ({ policy }) => (policy.title.ru += '!')],
    ["the policy's protocol", ({ policy }) => (policy.protocol = '№5')],
    ["the policy's date", ({ policy }) => (policy.date = '2026-01-01')],
    ['the languages', (config) => (config.languages = ['kk'])],
  ])('changes in its first part only with %s', (_what, edit) => {
    expect(baseOf(revision(edit))).not.toBe(baseOf(revision()));
    expect(printsOf(revision(edit))).toEqual(printsOf(revision()));
  });

  it.each(['kk', 'ru'] as const)('changes with one letter of the policy in %s', (locale) => {
    const other = revision(undefined, { ...TEXT, [locale]: `${TEXT[locale]}.` });
    expect(baseOf(other)).not.toBe(baseOf(revision()));
  });

  it.each<[string, (tracker: SiteConfig['trackers'][number]) => void]>([
    ['provider', ({ provider }) => (provider.name = 'Other LLC')],
    ['country', ({ provider }) => (provider.country = 'US')],
    ['technologies', (tracker) => (tracker.uses = ['cookies', 'localStorage'])],
    ['purpose', (tracker) => (tracker.purpose = 'marketing')],
    ['name', (tracker) => (tracker.name = 'Other')],
    ['Kazakh description', ({ description }) => (description.kk += '!')],
    ['Russian description', ({ description }) => (description.ru += '!')],
    ['stored names', ({ stores }) => stores.push({ kind: 'cookie', name: '_new', lifetime: 'session' })],
    ['lifetimes', ({ stores }) => ((stores[0] as { lifetime: string }).lifetime = '2 years')],
  ])("changes in the tracker's own part only with its %s", (_what, edit) => {
    const other = revision((config) => edit(first(config)));
    expect(printsOf(other)[0]).not.toBe(printsOf(revision())[0]);
    expect(printsOf(other).slice(1)).toEqual(printsOf(revision()).slice(1));
    expect(baseOf(other)).toBe(baseOf(revision()));
  });

  it.each<[string, (config: SiteConfig) => void]>([
    ['a script address', (config) => (first(config).start = [{ script: 'https://x.kz/other.js' }])],
    ['how a tracker stops', (config) => (first(config).stop = false)],
    ['how a tracker resumes', (config) => (first(config).resume = [{ call: 'x' }])],
    ['the order of its technologies', (config) => first(config).uses.reverse()],
    ['the folder of the files', (config) => (config.base = '/other/')],
    ['the cookie', (config) => (config.cookie = { name: 'other' })],
  ])('stays as it is with %s, which nobody was told', (_what, edit) => {
    expect(revision(edit)).toBe(revision());
  });

  it('loses only its part when a tracker is removed', () => {
    const other = revision(({ trackers }) => trackers.splice(2, 1));
    expect(other).toBe([baseOf(revision()), ...printsOf(revision()).toSpliced(2, 1)].join('~'));
  });
});

describe('what withdrawal erases', () => {
  const patternsOf = (stores: SiteConfig['trackers'][number]['stores']) =>
    site((config) => (first(config).stores = stores)).later.trackers[0]?.stores;

  it.each([
    ['_sq_id', ['_sq_id'], ['_sq_id2', 'x_sq_id', '_SQ_ID']],
    ['_sq_*', ['_sq_', '_sq_a.b'], ['x_sq_a', '_sq']],
    ['*_sess', ['a_sess', '_sess'], ['a_sess2']],
    ['ab**cd', ['abcd', 'abxcd'], ['abc']],
    ['qalqan.device', ['qalqan.device'], ['qalqanXdevice']],
    ['a+b?c', ['a+b?c'], ['aab', 'ab', 'aabc']],
    ['x[0](1){2}|^$\\', ['x[0](1){2}|^$\\'], ['x01', 'x0', '']],
  ])('for the name %s is exactly what it says', (name, hits, misses) => {
    const shape = new RegExp(`^(${patternsOf([{ kind: 'cookie', name, lifetime: 'session' }])?.cookie})$`);
    expect(hits.filter((text) => !shape.test(text))).toEqual([]);
    expect(misses.filter((text) => shape.test(text))).toEqual([]);
  });

  it('is kept apart by kind, several names of a kind as alternatives', () => {
    expect(site().later.trackers[0]?.stores).toEqual({
      cookie: '_sq_id|_sq_ses|_sq_path',
      localStorage: '_sq_.*',
      sessionStorage: '_sq_.*',
      indexedDB: 'sanaq-db',
    });
  });

  it('leaves out cookies on other hosts, which no page can erase', () => {
    expect(site().later.trackers.find(({ id }) => id === 'korme')?.stores).toEqual({});
  });

  it('knows the steps of each tracker, and none for one that cannot be stopped', () => {
    const steps = Object.fromEntries(site().later.trackers.map(({ id, stop }) => [id, stop]));
    expect(steps.sanaq).toEqual([{ call: 'sanaq.stop' }]);
    expect(steps.komek).toBeUndefined();
  });
});

describe('the rules', () => {
  it('ask about the purposes and technologies that some tracker has, in the order they are shown in', () => {
    const few = site(
      (config) => (config.trackers = config.trackers.filter(({ id }) => /komek|korme/.test(id))),
    );
    expect(few.rules.asked).toEqual({
      purposes: ['support', 'media'],
      technologies: ['cookies', 'pixels', 'localStorage'],
      trackers: ['komek', 'korme'],
    });
  });

  it('list what is asked in the order the cookie counts on', () => {
    expect(Object.keys(site().rules.asked)).toEqual(['purposes', 'technologies', 'trackers']);
  });

  it('let a tracker run only with its purpose, itself and every technology', () => {
    const needs = JSON.stringify(site().rules.trackers);
    expect(needs).toContain('analytics cookies pixels localStorage');
    expect(needs).toContain('media cookies"');
  });

  it('name the countries abroad once each, in the order of the trackers, without Kazakhstan', () => {
    expect(countriesAbroad(edited())).toEqual(['RU', 'US']);
  });

  it('give Kazakh where Russian is not there', () => {
    expect([inLocale({ kk: 'a', ru: 'b' }, 'ru'), inLocale({ kk: 'a' }, 'ru'), inLocale('c', 'ru')]).toEqual([
      'b',
      'a',
      'c',
    ]);
  });
});
