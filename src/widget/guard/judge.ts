import { own } from './hook.ts';
import { last } from './live.ts';
import { report } from './report.ts';
import { realm, site } from './scope.ts';

const { URL } = realm;
const { rules } = site;

/** A shape that goes on working when the page breaks `RegExp.prototype`. */
export const shape = (source: string): RegExp => own(new RegExp(source), 'exec', 'test');

/** `a.kz/ b.kz/x` as a shape of `host/path`. */
const places = (list: string) =>
  shape(`^([^/]*\\.)?(${list.replace(/[. ]/g, (sign) => (sign === ' ' ? '|' : '\\.'))})`);

/** What loads something to be run or seen. Everything else that asks a tracker's host tells it something: a ping. */
const LOADS = shape('^(script|link|i?frame|object|embed|video|audio|source|track|worker)$');

/** Who is where. */
const hosts = Object.entries(rules.hosts).map(([id, list]) => ({ id, at: places(list) }));

/** One look tells for most addresses that they are nobody's. */
const known = places(Object.values(rules.hosts).join(' '));

/** The site's own hosts. */
const home = places(site.home);

/** Whether a tracker may run now and uses this technology; of a tracker that is not declared never. */
export function may(id: string, technology = ''): boolean {
  try {
    return !!site.granted[id]?.includes(technology);
  } catch {
    return false;
  }
}

/**
 * Whether a request has to be held back: a tracker's that may not run, or that pings without pixels being granted;
 * in the mode `strict` everybody's that is not allowed. What is no address is left to the browser. When the guard
 * itself fails, only what mentions no tracker goes through.
 */
export function holds(address: unknown, vector: string): boolean {
  last.owner = '';
  try {
    const url = new URL(`${address}`, realm.document?.baseURI ?? realm.location.href);
    // Beside the web's own two, every scheme stays on this machine.
    if (!WEB.test(url.protocol)) return false;
    const place = url.hostname + url.pathname;
    let whose = '';
    if (known.test(place))
      for (const { id, at } of hosts) {
        if (!at.test(place)) continue;
        if (!id || may(id, LOADS.test(vector) ? '' : 'pixels')) {
          last.owner = id;
          return false;
        }
        whose ||= id;
      }
    if (!whose && home.test(place)) return false;
    const held = !!whose || !!rules.strict;
    report({ vector, url: url.origin + url.pathname, tracker: whose || 'unknown', held });
    return held;
  } catch {
    return mentions.test(`${address}`);
  }
}

const WEB = shape('^(http|ws)');
const mentions = shape(known.source.slice(1));
