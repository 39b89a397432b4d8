import { report } from './report.ts';
import { realm, site } from './scope.ts';

const { URL } = realm;

/** A shape that goes on working when the page breaks `RegExp.prototype`. */
export function shape(source: string, flags?: string): RegExp {
  const made = new RegExp(source, flags);
  return Object.assign(made, { exec: made.exec, test: made.test });
}

/** `a.kz/ b.kz/x` as a shape of `host/path`; nothing is a shape that fits nowhere. */
const places = (list: string) =>
  shape(`^([^/]*\\.)?(${list.replace(/[. ]/g, (sign) => (sign === ' ' ? '|' : '\\.')) || '!'})`);

const whole = (source: string) => shape(`^(${source})$`);

/** Every tracker's hosts. */
let all = '';

/**
 * Who is where, and stores what: `exact` with its kind, `loose` in any, because a tracker that is refused one kind
 * tries the next.
 */
const known = Object.entries(site.rules.known).map(([id, entry]) => {
  const [hosts = '', names = ''] = entry.split(/,(.*)/s);
  if (id && hosts) all += `${hosts} `;
  return { id, at: places(hosts), exact: whole(names), loose: whole(names.replace(/(^|\|)./g, '$1.')) };
});

/** What loads something to be run or seen. */
export const LOADING = 'script,iframe,frame,link,audio,video,source,track,embed,object,worker';

/** `a,b` as a shape of one of them. */
export const oneOf = (list: string) => `(${list.replace(/,/g, '|')})`;

/**
 * What comes back when it is granted. Everything else that asks a tracker's host tells it something: a ping, which
 * was meant for a time before the yes.
 */
export const loads = shape(`^${oneOf(LOADING)}$`);

/** A tracker's host anywhere in a text. */
const mentions = shape(places(all.trim()).source.slice(1));

/** The site's own hosts. */
const home = places(site.home);
const web = shape('^(http|ws)');

/** Whether a tracker may run now and uses this technology; of a tracker that is not declared never. */
export function may(id: string, technology: string): boolean {
  try {
    return !!site.may(id)?.includes(technology);
  } catch {
    return false;
  }
}

/** What is asked about: a place or a stored name, and how to tell of it. */
export interface Question {
  /** `at` for a place, `loose` for a stored name. */
  field: 'at' | 'loose';
  text: string;
  technology: string;
  vector: string;
  url: string;
}

/**
 * Whether something has to be held back: a tracker's that may not run, or does not use this technology; in the mode
 * `strict` also what nobody knows. 0 when it is a tracker's and may go on.
 */
export function judge({ field, text, technology, vector, url }: Question): boolean | 0 {
  let whose = '';
  for (const entry of known) {
    const { id } = entry;
    if (!entry[field].test(text)) continue;
    if (!id) return false;
    if ((field === 'at' || entry.exact.test(text)) && may(id, technology)) {
      site.ran?.add(id);
      if (vector === 'script') site.programs?.add(id);
      return 0;
    }
    whose ||= id;
  }
  return !whose && home.test(text) ? false : report(vector, url, whose);
}

/**
 * `judge` for a request. What is no address is left to the browser. When the guard itself fails, only what mentions
 * no tracker goes through.
 */
export function holds(address: unknown, vector: string): boolean | 0 {
  try {
    const { protocol, hostname, pathname, origin } = new URL(
      `${address}`,
      realm.document?.baseURI ?? realm.location.href,
    );
    return (
      // Beside the web's own two, every scheme stays on this machine.
      web.test(protocol) &&
      judge({
        field: 'at',
        text: hostname + pathname,
        technology: loads.test(vector) ? '' : 'pixels',
        vector,
        url: origin + pathname,
      })
    );
  } catch {
    return mentions.test(`${address}`);
  }
}
