import type { GuardRules, StoreKind } from '../contract.ts';
import { presets } from '../trackers/index.ts';
import type { Preset } from '../trackers/preset.ts';
import { isHidden } from './ownTexts.ts';
import type { SiteConfig } from './schema.ts';
import { distinctNames, namePattern } from './storeNames.ts';
import { covers, hostsOf, presetOf, type Stored, storesOf } from './vendors.ts';

/** The letter that stands in front of a stored name for its kind. */
const LETTERS: Record<StoreKind, string> = {
  cookie: 'c',
  localStorage: 'l',
  sessionStorage: 's',
  indexedDB: 'i',
  cacheStorage: 'k',
};

const hostList = (hosts: readonly string[]): string =>
  [...new Set(hosts)].map((host) => (host.includes('/') ? host : `${host}/`)).join(' ');

/** Names of a tracker that may be granted: then each kind counts for itself. */
const nameList = (stores: Stored): string => {
  const own = stores.filter(({ thirdParty }) => !thirdParty);
  return distinctNames(own.map(({ kind, name }) => LETTERS[kind] + name))
    .sort()
    .map((name) => `${name[0]}?:${namePattern(name.slice(1))}`)
    .join('|');
};

/** Names that are held in every kind of storage, or in none. */
const anywhere = (names: string[]): string =>
  distinctNames(names)
    .sort()
    .map((name) => `:${namePattern(name)}`)
    .join('|');

const entry = (hosts: readonly string[], names: string): string =>
  names ? `${hostList(hosts)},${names}` : hostList(hosts);

/**
 * Whether another preset that nobody declared, the one with fewer hosts or else the earlier one, stands for a host as well:
 * it is held once, and the same host twice only costs bytes.
 */
const standsElsewhere = (host: string, preset: Preset, others: Preset[]): boolean =>
  others.some(
    (other, index) =>
      other !== preset &&
      (other.hosts.length < preset.hosts.length ||
        (other.hosts.length === preset.hosts.length && index < others.indexOf(preset))) &&
      other.hosts.some((known) => covers(known, host)),
  );

/** Everything that is known to be a tracker, by the id it is reported under. */
function known({ trackers, purposes }: SiteConfig): [id: string, entry: string][] {
  const declared = trackers.map((tracker): [string, string] => {
    const stores = storesOf(tracker);
    // What is hidden never runs: it is held as one whom nobody declared.
    const names = isHidden({ purposes }, tracker.purpose)
      ? anywhere(stores.filter(({ thirdParty }) => !thirdParty).map(({ name }) => name))
      : nameList(stores);
    return [tracker.id, entry([...hostsOf(tracker), ...(presetOf(tracker)?.hosts ?? [])], names)];
  });
  const taken = trackers.map((tracker) => presetOf(tracker)?.id);
  const others = presets.filter(({ id }) => !taken.includes(id));
  return [
    ...declared,
    ...others
      .map((preset): [string, string] => [
        preset.id,
        entry(
          preset.hosts.filter((host) => !standsElsewhere(host, preset, others)),
          // What lies on the vendor's own host is out of reach here, and others may use such a name.
          anywhere(preset.stores.filter(({ thirdParty }) => !thirdParty).map(({ name }) => name)),
        ),
      ])
      .filter(([, entry]) => entry),
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
  const sources = [...new Set([...own, ...hosts])]
    .flatMap((host) => (/^[\d.]+$/.test(host) ? [`${host}:*`] : [`${host}:*`, `*.${host}:*`]))
    // A source without a scheme stands for no socket.
    .flatMap((source) => [source, `ws://${source}`]);
  return ["default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:", ...sources].join(' ');
}

/** What the guard needs of a site, as `GuardRules`, with `HOSTS,NAMES` by id. */
export interface SiteGuard extends Omit<GuardRules, 'known'> {
  known: Record<string, string>;
}

/** The same in the form in which it stands in the script. */
export const packGuard = ({ known, ...rest }: SiteGuard): GuardRules => ({
  ...rest,
  known: Object.entries(known)
    .map(([id, entry]) => `${id} ${entry}`)
    .join('\n'),
});

/** What the guard needs of this site; undefined where it is off. */
export function guardRules(config: SiteConfig): SiteGuard | undefined {
  if (config.guard === 'off') return;
  const { allow, allowStores, cookie, log } = config;
  // One pattern for the language and the outbox is no longer than the one name.
  const own = [log ? 'kelisim.*' : 'kelisim.locale', cookie.name, ...allowStores];
  return {
    known: Object.fromEntries([['', entry(allow, anywhere(own))], ...known(config)]),
    ...(config.guard === 'strict' && { strict: strictPolicy(config) }),
  };
}
