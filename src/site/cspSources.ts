import type { SiteConfig, TrackerConfig } from './schema.ts';
import { addressOf, covers, hostsOf, presetOf } from './vendors.ts';

/*
 * Hosts as sources of a Content-Security-Policy. A path is left out: a policy compares whole paths or folders, not
 * beginnings, and forgets the path after a redirect, so that it would refuse what the tracker needs.
 */

const nameOf = (place: string): string => place.split('/')[0] as string;

/** Origins of a tracker's addresses that its host names do not tell: those with a port, or without TLS. */
const unusualOrigins = ({ start }: TrackerConfig): URL[] =>
  start
    .map(addressOf)
    .filter((address): address is string => /^https?:/.test(address ?? ''))
    .map((address) => new URL(address))
    .filter(({ origin, hostname }) => origin !== `https://${hostname}`);

/** An origin, and the sockets of the same: `https:` does not stand for `wss:`. */
const withSockets = (origin: string): string[] => [origin, origin.replace(/^http/, 'ws')];

function hostSources(name: string): string[] {
  // Neither a number nor `www` has subdomains.
  const names = /^[\d.]+$|^www\./.test(name) ? [name] : [name, `*.${name}`];
  return names.map((each) => `https://${each}`).flatMap(withSockets);
}

/** The shortest list of host names that stands for all of these places. */
function namesOf(places: readonly string[]): string[] {
  const names = [...new Set(places.map(nameOf))];
  return names.filter((name) => !names.some((other) => other !== name && covers(other, name)));
}

/** Everything one tracker of this site contacts, as its configuration and its preset tell. */
export function trackerSources(tracker: TrackerConfig, { trackers }: Pick<SiteConfig, 'trackers'>): string[] {
  const unusual = trackers.flatMap(unusualOrigins);
  const places = [...hostsOf(tracker), ...(presetOf(tracker)?.hosts ?? [])];
  const sources = namesOf(places).flatMap((name) => {
    const origins = unusual.filter(({ hostname }) => hostname === name).map(({ origin }) => origin);
    return origins.length ? origins.flatMap(withSockets) : hostSources(name);
  });
  const own = unusualOrigins(tracker).flatMap(({ origin }) => withSockets(origin));
  return [...new Set([...own, ...sources])];
}

/** The site itself, the folder of our files, its consent log, and the hosts it allows. */
export function siteSources({ base, allow, log }: Pick<SiteConfig, 'base' | 'allow' | 'log'>): string[] {
  // These characters would end the source, and nginx takes `$` for a variable; `href` is plain ASCII.
  const folder = base.startsWith('/') ? [] : [new URL(base).href.replace(/[;,$]/g, encodeURIComponent)];
  const proof = log && !log.url.startsWith('/') ? [new URL(log.url).origin] : [];
  return ["'self'", ...folder, ...proof, ...namesOf(allow).flatMap(hostSources)];
}
