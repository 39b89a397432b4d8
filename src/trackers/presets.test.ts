import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { host as hostField } from '../site/schema/host.ts';
import { schema } from '../site/schema.ts';
import { nameCovers } from '../site/storeNames.ts';
import { covers } from '../site/vendors.ts';
import type { Technology } from '../types.ts';
import * as exported from './index.ts';
import type { Grade, Preset } from './preset.ts';

const { presets } = exported;

const CP: Technology[] = ['cookies', 'pixels'];
const CPL: Technology[] = [...CP, 'localStorage'];

/** Who is known, what each uses, and how well that is known. */
const KNOWN: [id: string, uses: Technology[], grade: Grade][] = [
  ['2gis', CPL, 'U'],
  ['adjust', ['pixels', 'localStorage'], 'U'],
  ['appsflyer', CPL, 'C'],
  ['bitrix24', CPL, 'C'],
  ['calltouch', CPL, 'C'],
  ['carrot-quest', CPL, 'C'],
  ['comagic-uis', CPL, 'C'],
  ['google-ads', CPL, 'C'],
  ['google-analytics', CP, 'C'],
  ['google-maps', CPL, 'D'],
  ['google-tag-manager', CPL, 'D'],
  ['hotjar', CPL, 'D'],
  ['jivo', CPL, 'U'],
  ['linkedin-insight', CPL, 'D'],
  ['meta-pixel', CPL, 'C'],
  ['microsoft-clarity', CPL, 'D'],
  ['microsoft-uet', CPL, 'D'],
  ['recaptcha', CPL, 'D'],
  ['roistat', CPL, 'C'],
  ['tiktok-pixel', CPL, 'C'],
  ['vk-ads', CPL, 'C'],
  ['vk-retargeting', CP, 'C'],
  ['yandex-maps', CPL, 'U'],
  ['yandex-metrica', CPL, 'C'],
  ['youtube', CPL, 'D'],
  ['zero-kz', CP, 'C'],
];
const IDS = KNOWN.map(([id]) => id);
/** A module cannot well begin with a digit. */
const FILES: Record<string, string> = { '2gis': 'two-gis' };

/** What two vendors really have in common: the one's host or name also stands for the other's. */
const SHARED = [
  'google-ads and google-analytics: doubleclick.net, stats.g.doubleclick.net',
  'google-ads and google-analytics: www.googletagmanager.com, www.googletagmanager.com',
  'google-ads and google-tag-manager: www.googletagmanager.com, www.googletagmanager.com',
  'google-analytics and google-ads: cookie _gac_*, _gac_gb_*',
  'google-analytics and google-ads: www.googletagmanager.com, www.googletagmanager.com',
  'google-analytics and google-tag-manager: www.googletagmanager.com, www.googletagmanager.com',
  'google-tag-manager and google-ads: www.googletagmanager.com, www.googletagmanager.com',
  'google-tag-manager and google-analytics: www.googletagmanager.com, www.googletagmanager.com',
  'microsoft-clarity and microsoft-uet: cookie MUID, MUID',
  'microsoft-uet and microsoft-clarity: cookie MUID, MUID',
];

/** Hosts that serve so much else that no vendor may claim the whole of them. */
const TOO_WIDE = [
  ...['google.com', 'www.google.com', 'gstatic.com', 'www.gstatic.com', 'googleapis.com', 'facebook.com'],
  ...['www.facebook.com', 'linkedin.com', 'www.linkedin.com', 'licdn.com', 'bing.com', 'microsoft.com'],
  ...['vk.com', 'userapi.com', 'mail.ru', 'yandex.ru', 'yandex.com', 'yandex.kz', 'yastatic.net', 't.co'],
  ...['twitter.com', 'tiktok.com', 'snapchat.com', 'sc-static.net', '2gis.com', '2gis.kz', 'bitrix.info'],
];

type Stored = Preset['stores'][number];

/** Whether the first entry also stands for the second: within one vendor only when it says no other lifetime. */
const repeats = (mine: Stored, its: Stored, isOne: boolean) =>
  its !== mine &&
  its.kind === mine.kind &&
  its.thirdParty === mine.thirdParty &&
  !(isOne && its.lifetime !== mine.lifetime) &&
  nameCovers(mine.name, its.name);

/** Pairs of entries of which the first also stands for the second. */
function overlaps(one: Preset, other: Preset): string[] {
  const stores = one.stores.flatMap((mine) =>
    other.stores
      .filter((its) => repeats(mine, its, one === other))
      .map((its) => `${mine.kind} ${mine.name}, ${its.name}`),
  );
  const hosts = one.hosts.flatMap((mine, index) =>
    other.hosts
      .filter((its, at) => (one !== other || index !== at) && covers(mine, its))
      .map((its) => `${mine}, ${its}`),
  );
  return [...stores, ...hosts].map((pair) => `${one.id} and ${other.id}: ${pair}`);
}

describe('the presets', () => {
  it('are all there is to import', () => {
    expect(Object.keys(exported)).toEqual(['presets']);
    expect(presets.map(({ id, uses, grade }) => [id, uses, grade])).toEqual(KNOWN);
  });

  it('stand in the order of their ids, each once', () => {
    expect(IDS).toEqual([...new Set(IDS)].sort());
  });

  it('have a file each, named after the id', () => {
    const modules = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
      .filter((file) => !/^(google|index|preset)\.ts$|\.test\.ts$/.test(file))
      .sort();
    expect(modules).toEqual(IDS.map((id) => `${FILES[id] ?? id}.ts`).sort());
  });

  it('share nothing but what is listed here', () => {
    const found = presets.flatMap((one) =>
      presets.filter((other) => other !== one).flatMap((other) => overlaps(one, other)),
    );
    expect(found.sort()).toEqual(SHARED);
  });

  it.each(TOO_WIDE)('leave %s to the site', (wide) => {
    expect(presets.filter(({ hosts }) => hosts.some((host) => covers(host, wide)))).toEqual([]);
  });
});

describe.each(presets)('$id', (preset) => {
  const { id, name, hosts, stores } = preset;

  it('has an id, a name for people and hosts', () => {
    expect(id).toMatch(/^[a-z\d][a-z\d-]{1,19}$/);
    expect(name.trim()).toBe(name);
    expect(name).not.toBe('');
    expect(hosts.length).toBeGreaterThan(0);
  });

  it('has hosts and names such as a configuration may have', () => {
    expect(hosts.filter((host) => !hostField.safeParse(host).success)).toEqual([]);
    const names = stores.map((store) => store.name);
    expect(schema.shape.allowStores.safeParse(names).error).toBeUndefined();
  });

  it('says nothing twice', () => {
    expect(overlaps(preset, preset)).toEqual([]);
  });

  it('does not claim what Kelisim stores', () => {
    for (const own of ['kelisim', 'kelisim.locale'])
      expect(stores.filter((store) => nameCovers(store.name, own))).toEqual([]);
  });
});

describe('a container', () => {
  it('may name every preset as what it carries', () => {
    const { carries } = schema.shape.trackers.element.shape;
    expect(presets.filter(({ id }) => !carries.safeParse([id]).success)).toEqual([]);
  });
});
