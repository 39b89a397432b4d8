import type { GuardRules, StoreKind } from '../contract.ts';
import { presets } from '../trackers/index.ts';
import type { Preset } from '../trackers/preset.ts';
import type { SiteConfig, TrackerConfig } from './schema.ts';
import { namePattern } from './storeNames.ts';

/** The letter that stands in front of a stored name for its kind. */
const LETTERS: Record<StoreKind, string> = {
  cookie: 'c',
  localStorage: 'l',
  sessionStorage: 's',
  indexedDB: 'i',
  cacheStorage: 'k',
};

type Stored = readonly { kind: StoreKind; name: string; thirdParty?: boolean | undefined }[];

/** One vendor's hosts and names, gathered from the configuration and from the preset that describes the same one. */
interface Known {
  hosts: readonly string[];
  stores: Stored;
}

/** Hosts that one tracker of a configuration contacts: those it lists, or else those it is started from. */
export function hostsOf({ hosts, start }: Pick<TrackerConfig, 'hosts' | 'start'>): string[] {
  const addresses = start.map((item) => ('pixel' in item ? item.pixel : item.script));
  const foreign = addresses.filter((address) => /^https?:/.test(address));
  return hosts ?? [...new Set(foreign.map((address) => new URL(address).hostname))];
}

/** Whether `host` (with or without a path) stands for the place `host/path`, too. */
export function covers(host: string, place: string): boolean {
  const [name = '', ...path] = host.split('/');
  const [other = '', ...rest] = place.split('/');
  return (other === name || other.endsWith(`.${name}`)) && rest.join('/').startsWith(path.join('/'));
}

const hostList = (hosts: readonly string[]): string =>
  [...new Set(hosts)].map((host) => (host.includes('/') ? host : `${host}/`)).join(' ');

const nameList = (stores: Stored): string =>
  [
    ...new Set(
      stores
        .filter(({ thirdParty }) => !thirdParty)
        .map(({ kind, name }) => LETTERS[kind] + namePattern(name)),
    ),
  ].join('|');

/**
 * The preset that describes the same vendor as a tracker: the one of its id, or else the one that shares most of its
 * hosts.
 */
export function presetOf(tracker: Pick<TrackerConfig, 'id' | 'hosts' | 'start'>): Preset | undefined {
  const hosts = hostsOf(tracker);
  const shared = (preset: Preset) =>
    preset.id === tracker.id
      ? Number.POSITIVE_INFINITY
      : hosts.filter((host) => preset.hosts.some((known) => covers(known, host))).length;
  const best = [...presets].sort((one, other) => shared(other) - shared(one))[0];
  return best && shared(best) > 0 ? best : undefined;
}

/** What a tracker stores: all that it declares, and what its vendor is known to store. */
export const storesOf = (tracker: TrackerConfig): Stored => [
  ...tracker.stores,
  ...(presetOf(tracker)?.stores ?? []),
];

/** Everything that is known to be a tracker, by the id it is reported under. */
function known({ trackers }: SiteConfig): Map<string, Known> {
  const declared = trackers.map((tracker): [string, Known] => [
    tracker.id,
    { hosts: [...hostsOf(tracker), ...(presetOf(tracker)?.hosts ?? [])], stores: storesOf(tracker) },
  ]);
  const taken = new Set(trackers.map((tracker) => presetOf(tracker)?.id));
  const others = presets
    .filter(({ id }) => !taken.has(id))
    .map((preset): [string, Known] => [preset.id, preset]);
  return new Map([...declared, ...others]);
}

/**
 * Sources for the mode `strict`: the site and what it allows, and the hosts of declared trackers, because such a
 * policy cannot be lifted again when one of them is granted: until then the hooks hold them.
 */
function strictPolicy({ allow, cookie, trackers }: SiteConfig): string {
  const hosts = [...allow, ...trackers.flatMap(hostsOf)].map((host) => host.split('/')[0] as string);
  const own = cookie.domain ? [cookie.domain] : [];
  const sources = [...new Set([...own, ...hosts])].flatMap((host) =>
    /^[\d.]+$/.test(host) ? [`${host}:*`] : [`${host}:*`, `*.${host}:*`],
  );
  return ["default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:", ...sources].join(' ');
}

/** What the guard needs of this site; undefined where it is off. */
export function guardRules(config: SiteConfig): GuardRules | undefined {
  if (config.guard === 'off') return;
  const { allow, allowStores, cookie } = config;
  const everyone = [...known(config)];
  const own = ['kelisim.locale', cookie.name, ...allowStores].map(namePattern).map((name) => `.${name}`);
  return {
    hosts: Object.fromEntries([
      ['', hostList(allow)],
      ...everyone.map(([id, { hosts }]) => [id, hostList(hosts)]),
    ]),
    names: Object.fromEntries([
      ['', own.join('|')],
      ...everyone.map(([id, { stores }]) => [id, nameList(stores)]),
    ]),
    ...(config.guard === 'strict' && { strict: strictPolicy(config) }),
  };
}
