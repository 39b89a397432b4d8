import { own } from './hook.ts';
import { report } from './report.ts';
import { realm, site } from './scope.ts';

const { URL } = realm;

/** A shape that goes on working when the page breaks `RegExp.prototype`. */
export const shape = (source: string, flags?: string): RegExp =>
  own(new RegExp(source, flags), 'exec', 'test');

/** `a.kz/ b.kz/x` as a shape of `host/path`. */
const places = (list: string) =>
  shape(`^([^/]*\\.)?(${list.replace(/[. ]/g, (sign) => (sign === ' ' ? '|' : '\\.'))})`);

/**
 * What loads something to be run or seen, and comes back when it is granted. Everything else that asks a tracker's
 * host tells it something: a ping.
 */
export const LOADS = shape('^(script|link|i?frame|object|embed|video|audio|source|track|worker)$');

/** Who is where. */
const hosts = Object.entries(site.rules.hosts).map(([id, list]) => ({ id, at: places(list) }));

/** One look tells for most addresses that they are nobody's. */
const known = places(Object.values(site.rules.hosts).join(' '));
const mentions = shape(known.source.slice(1));

const home = places(site.home);
const web = shape('^(http|ws)');

/** Whether a tracker may run now and uses this technology; of a tracker that is not declared never. */
export function may(id: string, technology: string): boolean {
  try {
    return !!site.granted[id]?.includes(technology);
  } catch {
    return false;
  }
}

/**
 * Whether a request has to be held back: a tracker's that may not run, or that pings without pixels being granted;
 * in the mode `strict` everybody's that is not allowed. 0 when it is a tracker's and may go. What is no address is
 * left to the browser. When the guard itself fails, only what mentions no tracker goes through.
 */
export function holds(address: unknown, vector: string): boolean | 0 {
  try {
    const url = new URL(`${address}`, realm.document?.baseURI ?? realm.location.href);
    // Beside the web's own two, every scheme stays on this machine.
    if (!web.test(url.protocol)) return false;
    const place = url.hostname + url.pathname;
    let whose = '';
    if (known.test(place))
      for (const { id, at } of hosts) {
        if (!at.test(place)) continue;
        if (!id) return false;
        if (may(id, LOADS.test(vector) ? '' : 'pixels')) {
          site.ran?.add(id);
          if (vector === 'script') site.programs?.add(id);
          return 0;
        }
        whose ||= id;
      }
    if (!whose && home.test(place)) return false;
    return report(vector, url.origin + url.pathname, whose);
  } catch {
    return mentions.test(`${address}`);
  }
}
