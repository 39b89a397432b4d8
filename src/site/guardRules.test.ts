import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { presets } from '../trackers/index.ts';
import { expand } from './expand.ts';
import { guardRules, type SiteGuard } from './guardRules.ts';
import { type SiteConfig, schema, type TrackerConfig } from './schema.ts';
import { covers, hostsOf, presetOf, storesOf } from './vendors.ts';

const config = (edit: Partial<SiteConfig> = {}): SiteConfig => ({
  ...expand(schema.parse(structuredClone(demo))),
  ...edit,
});
const tracker = (edit: Partial<TrackerConfig>): TrackerConfig => ({
  ...(config().trackers[0] as TrackerConfig),
  id: 'some',
  start: [],
  hosts: undefined,
  stores: [],
  ...edit,
});
const rulesOf = (edit: Partial<SiteConfig>) => guardRules(config(edit)) as SiteGuard;
const presetNamed = (id: string) => presets.find((preset) => preset.id === id);

describe('covers', () => {
  it.each([
    ['example.com', 'example.com'],
    ['example.com', 'a.b.example.com'],
    ['example.com', 'example.com/any/path'],
    ['example.com/pixel', 'example.com/pixel'],
    ['example.com/pixel', 'www.example.com/pixel/1.gif'],
    ['example.com/pixel', 'example.com/pixel.gif'],
  ])('%s stands for %s', (host, place) => {
    expect(covers(host, place)).toBe(true);
  });

  it.each([
    ['example.com', 'badexample.com'],
    ['example.com', 'example.com.evil.net'],
    ['example.com', 'com'],
    ['www.example.com', 'example.com'],
    ['example.com/pixel', 'example.com'],
    ['example.com/pixel', 'example.com/a/pixel'],
    ['example.com/pixel', 'example.net/pixel'],
  ])('%s does not stand for %s', (host, place) => {
    expect(covers(host, place)).toBe(false);
  });
});

describe('the hosts of a tracker', () => {
  it('are those of its addresses on other sites, each once, without scheme, port and path', () => {
    const start = [
      { script: 'https://a.example:8443/one.js' },
      { script: 'https://a.example/two.js' },
      { pixel: 'http://127.0.0.1:4174/px.gif' },
      { script: '/own.js' },
    ];
    expect(hostsOf(tracker({ start }))).toEqual(['a.example', '127.0.0.1']);
  });

  it('are those it lists, where it lists any', () => {
    const start = [{ script: 'https://a.example/one.js' }];
    expect(hostsOf(tracker({ start, hosts: ['b.example/x'] }))).toEqual(['b.example/x']);
    expect(hostsOf(tracker({ start, hosts: [] }))).toEqual([]);
  });
});

describe('the preset of a tracker', () => {
  it('is the one of its id, whatever hosts it has', () => {
    expect(presetOf(tracker({ id: 'hotjar', hosts: ['mc.yandex.ru', 'clarity.ms'] }))?.id).toBe('hotjar');
  });

  it('is else the one that shares most of its hosts', () => {
    const start = [{ script: 'https://mc.yandex.ru/metrika/tag.js' }];
    expect(presetOf(tracker({ start }))?.id).toBe('yandex-metrica');
    const hosts = ['www.googletagmanager.com', 'region1.google-analytics.com'];
    expect(presetOf(tracker({ hosts }))?.id).toBe('google-analytics');
    expect(presetOf(tracker({ hosts: ['static.hotjar.com', 'a.clarity.ms', 'b.clarity.ms'] }))?.id).toBe(
      'microsoft-clarity',
    );
  });

  it('is none where no host is shared', () => {
    expect(presetOf(tracker({ hosts: ['nothotjar.com', 'vk.com'] }))).toBeUndefined();
    expect(presetOf(tracker({ hosts: [] }))).toBeUndefined();
  });

  it('adds what it stores to what the tracker declares', () => {
    const own = { kind: 'cookie', name: 'mine', lifetime: 'session' } as const;
    expect(storesOf(tracker({ id: 'hotjar', stores: [own] }))).toEqual([
      own,
      ...(presetNamed('hotjar')?.stores ?? []),
    ]);
    expect(storesOf(tracker({ stores: [own] }))).toEqual([own]);
  });
});

describe('the rules', () => {
  it('are absent where the guard is off', () => {
    expect(guardRules(config({ guard: 'off' }))).toBeUndefined();
  });

  it('know every vendor that nobody declared, by host and stored name', () => {
    const { known } = rulesOf({ trackers: [] });
    expect(Object.keys(known)).toEqual(['', ...presets.map(({ id }) => id)]);
    expect(known.hotjar).toBe('hotjar.com/ hotjar.io/,:_hj.*|:hjViewportId');
    expect(known['meta-pixel']).toMatch(/^connect\.facebook\.net\/ www\.facebook\.com\/tr,/);
    expect(known['yandex-metrica']).toMatch(/,:__ym_tab_guid\|:_ym\.\*$/);
    expect(known['vk-retargeting']).not.toContain(',');
  });

  it('leave out what lies on the own hosts of a vendor', () => {
    expect(presetNamed('youtube')?.stores.length).toBeGreaterThan(0);
    expect(rulesOf({ trackers: [] }).known.youtube).toMatch(/googlevideo\.com\/$/);
  });

  it('name a declared vendor by the id of the site, with the hosts and names of both', () => {
    const stores = [
      { kind: 'cookie', name: '_hj*', lifetime: '1 year' },
      { kind: 'indexedDB', name: 'heat.map', lifetime: 'until erased' },
      { kind: 'cacheStorage', name: 'heat-*', lifetime: 'until erased' },
      { kind: 'cookie', name: 'elsewhere', lifetime: '1 year', thirdParty: true },
    ] satisfies TrackerConfig['stores'];
    const heat = tracker({ id: 'heat', hosts: ['cdn.example/heat', 'hotjar.com'], stores });
    const { known } = rulesOf({ trackers: [heat] });
    expect(known.heat).toBe(
      'cdn.example/heat hotjar.com/ hotjar.io/,c?:_hj.*|i?:heat\\.map|k?:heat-.*|l?:_hj.*|s?:_hj.*|s?:hjViewportId',
    );
    expect(Object.keys(known).slice(0, 2)).toEqual(['', 'heat']);
    expect(known.hotjar).toBeUndefined();
    expect(known.jivo).toBe('jivo.ru/ jivosite.com/,:jv_.*');
  });

  it('have under the empty id what is never held: the site, Kelisim and what the site allows', () => {
    const allow = ['cdn.example', 'maps.example/tiles'];
    const allowStores = ['session', 'cart_*'];
    const { known } = rulesOf({ allow, allowStores, cookie: { name: 'choice' } });
    expect(known['']).toBe('cdn.example/ maps.example/tiles,:cart_.*|:choice|:kelisim\\.locale|:session');
    expect(rulesOf({ trackers: [] }).known['']).toBe(',:kelisim|:kelisim\\.locale');
  });
});

describe('the policy of the mode strict', () => {
  it('is there in that mode only', () => {
    expect(rulesOf({ guard: 'known' })).not.toHaveProperty('strict');
    expect(rulesOf({ guard: 'strict' })).toHaveProperty('strict');
  });

  it('lets through the site, what it allows and what it declares, and no vendor that nobody declared', () => {
    const trackers = [
      tracker({ id: 'one', hosts: ['ads.example/px', '127.0.0.1/px'] }),
      tracker({ id: 'two', start: [{ script: 'https://ads.example/two.js' }] }),
    ];
    const { strict } = rulesOf({
      ...{ guard: 'strict', trackers, allow: ['cdn.example/lib'] },
      cookie: { name: 'kelisim', domain: 'akshamat.kz' },
    });
    const named = 'akshamat.kz:* *.akshamat.kz:* cdn.example:* *.cdn.example:* ads.example:* *.ads.example:*';
    const sources = [...named.split(' '), '127.0.0.1:*'].map((source) => `${source} ws://${source}`);
    expect(strict).toBe(
      ["default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:", ...sources].join(' '),
    );
  });

  it('names no host where the cookie belongs to one host and nothing is declared', () => {
    const { strict } = rulesOf({ guard: 'strict', trackers: [], cookie: { name: 'kelisim' } });
    expect(strict).toBe("default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:");
  });
});
