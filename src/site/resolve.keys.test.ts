import { describe, expect, it, vi } from 'vitest';
import { expand } from './expand.ts';
import { hasGoogle } from './google.ts';
import { resolve } from './resolve.ts';
import { schema } from './schema.ts';
import { describeSamples, RIGHT } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

const { erase, texts, purposes, theme, revision, protectedRoutes, ...plain } = JSON.parse(RIGHT);
const site = (edit: object = {}) => resolve(expand(schema.parse({ ...plain, ...edit })), {});
const baseOf = (edit: object = {}) => site(edit).rules.revision.split('~')[0];

describe('the first part of the revision', () => {
  it.each<[string, object]>([
    ['"revision"', { revision: 1 }],
    ['a text visitors are told', { texts: { 'told.title': { kk: 'Хабарлама', ru: 'Сообщение' } } }],
    ['the name of a purpose', { purposes: { media: { name: { kk: 'Бейне', ru: 'Видео' } } } }],
    ['what a purpose is', { purposes: { media: { description: { kk: 'Бейне', ru: 'Видео' } } } }],
  ])('changes with %s', (_what, edit) => {
    expect(baseOf(edit)).not.toBe(baseOf());
  });

  it.each<[string, object]>([
    ['the label of a button', { texts: { 'ui.accept': { kk: 'Иә', ru: 'Да' } } }],
    ['the look', { theme }],
    ['protected routes', { protectedRoutes }],
    ['what is erased', { erase, leftovers: 'keep' }],
    ['Global Privacy Control', { gpc: 'ignore' }],
    ['a hidden purpose', { purposes: { analytics: { hidden: true } } }],
    ['the line for editors', { $schema: './a.json' }],
  ])('stays with %s', (_what, edit) => {
    expect(baseOf(edit)).toBe(baseOf());
  });

  it('changes each time "revision" is raised', () => {
    expect(new Set([1, 2, 3].map((revision) => baseOf({ revision }))).size).toBe(3);
  });
});

describe('keys that the browser knows only when they are used', () => {
  it('are not there in a configuration without them', () => {
    expect(Object.keys(site().rules)).toEqual([
      ...['revision', 'base', 'termDays', 'cookie', 'locales', 'asked', 'trackers', 'guard'],
    ]);
    expect(Object.keys(site({ trackers: [plain.trackers[0]] }).later)).toEqual(['trackers', 'erase']);
  });

  it('are protected routes, as one expression', () => {
    expect(new RegExp(site({ protectedRoutes }).rules.protected ?? '', 'i').test('/Nesie/1')).toBe(true);
  });

  it('are Global Privacy Control where it does not count, and leftovers that are kept', () => {
    expect(site({ gpc: 'ignore' }).rules.gpc).toBe(0);
    expect(site({ leftovers: 'keep' }).later.keep).toBe(true);
  });

  it('are Google Consent Mode where a tracker that is asked about follows it', () => {
    expect(hasGoogle(site())).toBe(true);
    const hidden = { analytics: { hidden: true }, marketing: { hidden: true } };
    expect(hasGoogle(site({ purposes: hidden }))).toBe(false);
  });
});

describe('a hidden purpose', () => {
  const { rules, later, trackers } = site({ purposes: { analytics: { hidden: true } } });

  it('takes its trackers out of everything that is asked, told, started and stopped', () => {
    expect(rules.asked).toEqual({
      purposes: ['marketing'],
      technologies: ['cookies', 'pixels'],
      trackers: ['google-tag-manager'],
    });
    expect(Object.keys(rules.trackers)).toEqual(['google-tag-manager']);
    expect(rules.revision.split('~')).toHaveLength(2);
    expect(trackers.map(({ id }) => id)).toEqual(['google-tag-manager']);
    expect(later.trackers.map(({ id }) => id)).toEqual(['google-tag-manager']);
  });

  it('leaves them held, by host and by name in every kind of storage', () => {
    expect(rules.guard?.known.sanaq).toBe('sanaq.example/,:_sq_.*');
    expect(rules.guard?.known['yandex-metrica']).toMatch(/^mc\.example\/,.*:_ym\.\*$/);
  });

  it('lets no policy of the strict mode through to them', () => {
    const strict = site({ guard: 'strict', purposes: { analytics: { hidden: true } } }).rules.guard?.strict;
    expect(strict).toContain('gtm.example');
    expect(strict).not.toContain('sanaq.example');
  });

  it('has what they stored before erased', () => {
    expect(later.erase?.cookie?.split('|')).toEqual(expect.arrayContaining(['_sq_.*', '_ym_.*', '_ga.*']));
  });
});

describe('what is erased of trackers that are gone', () => {
  it("is what the site lists, and what the site's own trackers and others do not have", () => {
    // `_gac_*` of Hotjar may also be one of Google Analytics, `elsewhere` lies on the host of Yandex.
    expect(site({ erase }).later.erase).toEqual({ cookie: '_old_.*|_hj.*', indexedDB: 'heat\\.db' });
  });

  it('is named once, and not at all where another name stands for it', () => {
    const names = ['_hjx', '_old_*', '_old_1', '_old_*'].map((name) => ({ kind: 'cookie', name }));
    expect(site({ erase: names }).later.erase?.cookie).toBe('_old_.*|_hj.*');
  });

  it('is never what the site says to be its own', () => {
    expect(site({ allowStores: ['_hjSession', 'heat.db'] }).later.erase).toBeUndefined();
  });

  it('is never what the banner itself stores', () => {
    expect(site({ cookie: { name: '_hjx' } }).later.erase).toEqual({ indexedDB: 'heat\\.db' });
  });
});
