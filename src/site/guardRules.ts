import type { GuardRules, StartItem, StoreKind } from '../contract.ts';
import { presets } from '../trackers/index.ts';
import type { Preset } from '../trackers/preset.ts';
import { isHidden } from './ownTexts.ts';
import type { SiteConfig, TrackerConfig } from './schema.ts';
import { distinctNames, namePattern } from './storeNames.ts';

/** The letter that stands in front of a stored name for its kind. */
const LETTERS: Record<StoreKind, string> = {
  cookie: 'c',
  localStorage: 'l',
  sessionStorage: 's',
  indexedDB: 'i',
  cacheStorage: 'k',
};

type Stored = readonly { kind: StoreKind; name: string; thirdParty?: boolean | undefined }[];

/** The address that a script or pixel is started from; undefined for a step. */
export const addressOf = (item: StartItem): string | undefined =>
  'pixel' in item ? item.pixel : 'script' in item ? item.script : undefined;

/** Hosts that one tracker of a configuration contacts: those it lists, or else those it is started from. */
export function hostsOf({ hosts, start }: Pick<TrackerConfig, 'hosts' | 'start'>): string[] {
  const foreign = start.map(addressOf).filter((address): address is string => /^https?:/.test(address ?? ''));
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

/** Names of a tracker that may be granted: then each kind counts for itself. */
const nameList = (stores: Stored): string => {
  const own = stores.filter(({ thirdParty }) => !thirdParty);
  return distinctNames(own.map(({ kind, name }) => LETTERS[kind] + name))
    .map(namePattern)
    .join('|');
};

/** Names that are held in every kind of storage, or in none. */
const anywhere = (names: string[]): string =>
  distinctNames(names)
    .map((name) => `.${namePattern(name)}`)
    .join('|');

type Vendor = Pick<TrackerConfig, 'use' | 'id' | 'hosts' | 'start'>;

/**
 * The presets that may describe the same vendor as a tracker: the one it uses, the one of its id, or else those that share most of its
 * hosts. Several share one address with each other: then only the id can tell.
 */
export function presetsOf(tracker: Vendor): Preset[] {
  const named = presets.find(({ id }) => id === (tracker.use ?? tracker.id));
  if (named) return [named];
  const hosts = hostsOf(tracker);
  const shared = presets.map(
    (preset) => hosts.filter((host) => preset.hosts.some((known) => covers(known, host))).length,
  );
  const most = Math.max(...shared);
  return most > 0 ? presets.filter((_preset, index) => shared[index] === most) : [];
}

/** The preset that describes the same vendor as a tracker, when there is exactly one. */
export function presetOf(tracker: Vendor): Preset | undefined {
  const [preset, other] = presetsOf(tracker);
  return other ? undefined : preset;
}

/** What a tracker stores: all that it declares, and what its vendor is known to store. */
export const storesOf = (tracker: TrackerConfig): Stored => [
  ...tracker.stores,
  ...(presetOf(tracker)?.stores ?? []),
];

const entry = (hosts: readonly string[], names: string): string =>
  names ? `${hostList(hosts)},${names}` : hostList(hosts);

/** Everything that is known to be a tracker, by the id it is reported under. */
function known({ trackers, purposes }: SiteConfig): [id: string, entry: string][] {
  const declared = trackers.map((tracker): [string, string] => {
    const stores = storesOf(tracker);
    // What is hidden never runs: it is held as one whom nobody declared.
    const names = isHidden({ purposes }, tracker.purpose)
      ? anywhere(stores.map(({ name }) => name))
      : nameList(stores);
    return [tracker.id, entry([...hostsOf(tracker), ...(presetOf(tracker)?.hosts ?? [])], names)];
  });
  const taken = trackers.map((tracker) => presetOf(tracker)?.id);
  const others = presets.filter(({ id }) => !taken.includes(id));
  return [
    ...declared,
    ...others.map(({ id, hosts, stores }): [string, string] => [
      id,
      // What lies on the vendor's own host is out of reach here, and others may use such a name.
      entry(hosts, anywhere(stores.filter(({ thirdParty }) => !thirdParty).map(({ name }) => name))),
    ]),
  ];
}

/**
 * Sources for the mode `strict`: the site and what it allows, and the hosts of declared trackers, because such a
 * policy cannot be lifted again when one of them is granted: until then the hooks hold them.
 */
function strictPolicy({ allow, cookie, trackers, purposes }: SiteConfig): string {
  const shown = trackers.filter(({ purpose }) => !isHidden({ purposes }, purpose));
  const hosts = [...allow, ...shown.flatMap(hostsOf)].map((host) => host.split('/')[0] as string);
  const own = cookie.domain ? [cookie.domain] : [];
  const sources = [...new Set([...own, ...hosts])].flatMap((host) =>
    /^[\d.]+$/.test(host) ? [`${host}:*`] : [`${host}:*`, `*.${host}:*`],
  );
  return ["default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:", ...sources].join(' ');
}

/** What the guard needs of this site; undefined where it is off. */
export function guardRules(config: SiteConfig): GuardRules | undefined {
  if (config.guard === 'off') return;
  const { allow, allowStores, cookie, log } = config;
  // One pattern for the language and the outbox is no longer than the one name.
  const own = [log ? 'kelisim.*' : 'kelisim.locale', cookie.name, ...allowStores];
  return {
    known: Object.fromEntries([['', entry(allow, anywhere(own))], ...known(config)]),
    ...(config.guard === 'strict' && { strict: strictPolicy(config) }),
  };
}
