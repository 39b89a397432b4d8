import { report } from './report.ts';
import { realm, site } from './scope.ts';

const { URL, RegExp: Pattern } = realm;

// Taken before the page can replace them.
const { apply } = Reflect;
const { exec } = RegExp.prototype;

/** What a text is tried against. */
interface Shape {
  test(text: unknown): unknown;
}

/**
 * A shape that goes on working when the page breaks `RegExp.prototype`, on the browser's quick way. It is made when it is
 * first asked: a page that asks nobody has no time to lose for a hundred of them.
 */
function shape(source: string, flags?: string): Shape {
  let made: RegExp;
  return {
    test(text) {
      made ??= new Pattern(source, flags);
      return apply(exec, made, [text]);
    },
  };
}

/** `a.kz/ b.kz/x` as alternatives of a shape, with or without a port; nothing fits nowhere. */
const either = (list: string) =>
  list.replace(/\./g, '\\.').replace(/ /g, '|').replace(/\//g, '\\.?(:\\d+)?([/?#"\']|$)') || '!';

/** The same as the source of a shape of `host/path`. */
const places = (list: string) => `^([^:/]*\\.)?(${either(list)})`;

/** Names, by commas or spaces, as a table: a look into it is quicker than a shape, and no page can reach into it. */
export function table<Value>(names: string, value: Value): Record<string, Value | undefined> {
  const made = { __proto__: null } as unknown as Record<string, Value>;
  for (const name of names.split(/[ ,]/)) made[name] = value;
  return made;
}

/** Every tracker's places, also with a port, and stored names, to be found in a longer text. */
let named = '!';

/** Who is where, and stores what, as one shape of `host/path`, `:name` and `kind:name`. */
export const known = site.rules.known.split('\n').map((line) => {
  const [id = '', hosts = '', names = '!'] = line.split(/ (.*?)(?:,(.*)|$)/);
  if (id) named += `|[/.@](${either(hosts)})|^(${names})`;
  return { id, its: shape(`${places(hosts)}|^(${names})$`) };
});

const anyTracker = shape(named, 'i');

/**
 * Whether anything of a tracker's is named in what a native was given. The last look, for when the page broke what
 * the guard stands on: it needs nothing that the page can reach.
 */
export function mentions(given: unknown): unknown {
  try {
    return anyTracker.test(`:${(given as Partial<Request>)?.url ?? given}`);
  } catch {
    // What is no text: the browser says so.
  }
}

/** What loads something to be run or seen. */
export const LOADING = 'script,iframe,frame,link,audio,video,source,track,embed,object,worker';

/**
 * What comes back when it is granted. Everything else that asks a tracker's host tells it something: a ping, which
 * was meant for a time before the yes.
 */
export const loads = table(LOADING, 1);

/** The site's own hosts. */
const home = shape(places(site.home));
/** The schemes that leave this machine: http, https, ws, wss. */
const web = shape('^(ht|ws)');

/** Whether a tracker may run now and uses this technology; of a tracker that is not declared never. */
export function may(id: string, technology: string): boolean {
  try {
    return !!site.may(id)?.includes(technology);
  } catch {
    return false;
  }
}

/** What is told of it, and the technology it takes. */
type About = readonly [technology: string, vector: string, url: string];

/**
 * Whether something has to be held back: a tracker's that may not run, or does not use this technology; in the mode
 * `strict` also what nobody knows. 0 when it is a tracker's and may go on. `text` is a place, or with its `kind` a stored
 * name behind a colon: it is looked for in every kind, because a tracker that is refused one tries the next.
 */
export function judge(text: string, kind: string, [technology, vector, url]: About): boolean | 0 {
  let whose = '';
  // The last two labels of a host stand in the rules when this host, or one above it, is somebody's. Nearly all that a page asks
  // for is nobody's, and one look instead of a hundred tells so.
  // By `~`, so that a page which breaks `indexOf` is not let through.
  if (kind || ~site.rules.known.indexOf((/[^./]*\.?[^./]*(?=\.?\/)/.exec(text) as string[])[0] as string))
    for (const { id, its } of known) {
      if (!its.test(text)) continue;
      if (!id) return false;
      if (its.test(kind + text) && may(id, technology)) {
        site.ran?.add(id);
        return 0;
      }
      whose ||= id;
    }
  return !whose && home.test(text) ? false : report(vector, url, whose);
}

/**
 * `judge` for a request. Of an address that cannot be read, because it is none or the page broke what the guard
 * stands on, only `mentions` is asked: no tracker passes, and the browser says what is wrong with the rest.
 */
export function holds(address: unknown, vector: string): boolean | 0 {
  try {
    const url = new URL(`${address}`, realm.document?.baseURI ?? realm.location.href);
    return (
      !!web.test(url.protocol) &&
      judge(url.hostname + url.pathname, '', [
        loads[vector] ? '' : 'pixels',
        vector,
        url.origin + url.pathname,
      ])
    );
  } catch {
    return !!mentions(address);
  }
}
