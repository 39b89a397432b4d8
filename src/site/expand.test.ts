import { describe, expect, it, vi } from 'vitest';
import { checkSite } from './checks.ts';
import { expand } from './expand.ts';
import type { Loose } from './loose.ts';
import { resolve } from './resolve.ts';
import { type FileTracker, schema } from './schema.ts';
import { describeSamples, RIGHT } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

const config = (trackers: Loose<FileTracker>[], edit: object = {}) => ({
  ...JSON.parse(RIGHT),
  trackers,
  ...edit,
});
const siteOf = (...given: Parameters<typeof config>) => resolve(expand(schema.parse(config(...given))), {});
const warningsOf = (tracker: Loose<FileTracker>) => checkSite(config([tracker])).warnings;
const yandex = { use: 'yandex-metrica', id: '12345678' };

describe('a tracker with a preset', () => {
  it('needs nothing but the account', () => {
    const [tracker] = siteOf([yandex]).trackers;
    expect(tracker).toMatchObject({
      id: 'yandex-metrica',
      name: 'Yandex Metrica',
      purpose: 'analytics',
      uses: ['cookies', 'pixels', 'localStorage'],
      provider: { name: 'Sample LLC', country: 'RU' },
      description: { kk: 'yandex-metrica', ru: 'yandex-metrica' },
      hosts: ['mc.example'],
      stop: [{ set: 'disableCounter12345678', to: true }],
      resume: [{ set: 'disableCounter12345678', to: false }],
    });
    expect(tracker?.start).toEqual([
      { stub: 'ym', queue: 'ym.a' },
      { call: 'ym', args: [12345678, 'init', { webvisor: false, defer: true }] },
      { script: 'https://mc.example/tag.js?id=12345678', async: true },
    ]);
  });

  it('may have an id of its own, and stand there twice then', () => {
    const { rules } = siteOf([yandex, { ...yandex, as: 'second' }]);
    expect(rules.asked.trackers).toEqual(['yandex-metrica', 'second']);
    expect(rules.trackers.second).toBe('analytics cookies pixels localStorage');
  });

  it.each<[keyof FileTracker, unknown]>([
    ['name', 'Other'],
    ['purpose', 'marketing'],
    ['uses', ['cookies', 'localStorage']],
    ['provider', { name: 'Other LLC', country: 'KZ' }],
    ['description', { kk: 'басқа', ru: 'иное' }],
    ['hosts', ['other.example']],
    ['stores', []],
    ['start', [{ list: 'other' }]],
    ['stop', false],
    ['resume', [{ call: 'other' }]],
    ['update', [{ call: 'other' }]],
    ['consentMode', 'google'],
  ])('takes its own "%s" in place of that of the preset', (key, value) => {
    const [tracker] = siteOf([{ ...yandex, [key]: value }]).trackers;
    expect(tracker?.[key as 'name']).toEqual(value);
    expect(tracker).toMatchObject(key === 'name' ? { purpose: 'analytics' } : { name: 'Yandex Metrica' });
  });

  it('is known to the guard by the preset it uses, whatever its own id and hosts', () => {
    const { rules } = siteOf([{ ...yandex, as: 'own', hosts: ['cdn.own.example'] }]);
    expect(rules.guard?.known.own).toMatch(/^cdn\.own\.example\/ mc\.example\/,c\?:_ym_/);
    expect(rules.guard?.known).not.toHaveProperty('yandex-metrica');
  });

  it('puts its options over those of the preset', () => {
    const [tracker] = siteOf([{ ...yandex, options: { defer: false, own: 1 } }]).trackers;
    expect(tracker?.start).toContainEqual({
      call: 'ym',
      args: [12345678, 'init', { webvisor: false, defer: false, own: 1 }],
    });
  });

  it('is described in the words of the site where it has some', () => {
    const texts = { 'preset.youtube': { kk: 'біздің бейне', ru: 'наше видео' } };
    expect(siteOf([{ use: 'youtube' }], { texts }).trackers[0]?.description).toEqual(texts['preset.youtube']);
  });
});

describe('a warning is given for', () => {
  const warning = (place: string, message: string) => [{ where: `trackers[0].${place}`, message }];

  it('an account of another shape where nobody is sure of the shape', () => {
    expect(warningsOf({ use: 'google-analytics', id: 'UA-1' })).toEqual(
      warning(
        'id',
        '"UA-1" does not look like an account at Google Analytics. Compare it: one is "G-ABCDE12345".',
      ),
    );
  });

  it.each([
    ['webvisor', true],
    ['user_id', 'x'],
  ])('the option %s, which hands over more about people', (name, value) => {
    expect(warningsOf({ ...yandex, options: { [name]: value } })).toEqual(
      warning(
        `options.${name}`,
        'hands Yandex Metrica more about people than the preset does, and a lender may not pass on what tells of its borrowers. Take it out unless a lawyer agreed.',
      ),
    );
  });

  it.each([{ webvisor: false }, { other: true }])(
    'no option that changes nothing of this kind: %j',
    (options) => {
      expect(warningsOf({ ...yandex, options })).toEqual([]);
    },
  );

  it('a container that says nothing of what it brings in', () => {
    expect(warningsOf({ use: 'google-tag-manager', id: 'GTM-ABC1234' })).toEqual([
      {
        where: 'trackers[0]',
        message:
          'is a container and says nothing of what it brings in. Write "carries" with the ids of those trackers, or [] when there are none.',
      },
    ]);
    expect(warningsOf({ use: 'google-tag-manager', id: 'GTM-ABC1234', carries: [] })).toEqual([]);
  });

  it('everything a preset keeps longer than 13 months, in one line', () => {
    const stores = [1, 2].map(
      (n) => ({ kind: 'cookie', name: `_c${n}`, lifetime: `${n + 1} years` }) as const,
    );
    expect(warningsOf({ ...yandex, stores })).toEqual(
      warning(
        'stores',
        '"_c1" (2 years), "_c2" (3 years): longer than 13 months. Shorten it in the vendor\'s settings if they allow.',
      ),
    );
  });
});

describe('an account that stands there twice', () => {
  const ga = { use: 'google-analytics', id: 'G-ABCDE12345' };
  const warned = (...trackers: Loose<FileTracker>[]) => checkSite(config(trackers)).warnings;

  it('is warned of at every place behind the first', () => {
    const twice = warned(yandex, ga, { ...yandex, as: 'second' }, { ...yandex, as: 'third' });
    const message =
      'is the account of trackers[0], too, so that each visit would count twice. Take one of them out.';
    expect(twice).toEqual([
      { where: 'trackers[2].id', message },
      { where: 'trackers[3].id', message },
    ]);
  });

  it('is none at another vendor, under another account or where a vendor has none', () => {
    expect(warned(yandex, { ...yandex, id: '87654321', as: 'second' }, ga)).toEqual([]);
    expect(warned({ use: 'youtube' }, { use: 'youtube', as: 'second' })).toEqual([]);
  });
});

describe('what a container carries', () => {
  const { trackers, later, rules } = siteOf([
    { use: 'google-tag-manager', id: 'GTM-ABC1234', carries: ['google-analytics', 'own'] },
    { use: 'google-analytics', id: 'G-ABCDE12345' },
    {
      ...yandex,
      as: 'own',
      hosts: undefined,
      start: [{ script: 'https://own.example/a.js' }, { call: 'own' }],
    },
  ]);

  it('is not started by Kelisim', () => {
    const start = Object.fromEntries(later.trackers.map(({ id, start }) => [id, start]));
    expect(start).toEqual({
      'google-tag-manager': [{ script: 'https://gtm.example/gtm.js?id=GTM-ABC1234', async: true }],
      'google-analytics': [],
      own: [],
    });
  });

  it('is asked about, stopped, told of decisions and held all the same', () => {
    expect(rules.asked.trackers).toEqual(['google-tag-manager', 'google-analytics', 'own']);
    expect(later.trackers[1]).toMatchObject({
      stop: [{ set: 'ga-disable-G-ABCDE12345', to: true }],
      update: [{ call: 'gtag', args: ['consent', 'update', { analytics_storage: '{if analytics}' }] }],
      stores: { cookie: '_ga.*' },
    });
    expect(rules.guard?.known['google-analytics']).toBe('ga.example/,c?:_ga.*');
    expect(trackers[2]?.hosts).toEqual(['mc.example']);
  });
});
