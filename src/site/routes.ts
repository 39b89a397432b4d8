/**
 * The shape of a pattern: begins with a path or a fragment, `*` is a whole segment or stands at the end, and no query, which
 * is not looked at, stands before the fragment.
 */
export const ROUTE = /^(?=[/#])(?:\/\*(?=[/#])|[^*\s#?])*(?:#(?:\/\*(?=\/)|[^*\s#])*)?\*?$/;

/** What may follow a path that is meant exactly, and one that is meant with everything below it. */
const ENDS = {
  path: ['/*(?:[;#].*)?', '(?:[/;#].*)?'],
  fragment: ['/*(?:[;?&].*)?', '(?:[/;?&].*)?'],
} as const;

/** A part of a pattern as a browser writes it into an address, its letters taken as they are. */
const literal = (text: string): string =>
  encodeURI(text)
    .replace(/%25/g, '%')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&');

const segments = (text: string): string =>
  text
    .split(/\/+/)
    .map((segment) => (segment === '*' ? '[^/#]+' : literal(segment)))
    .join('/+');

function compile(pattern: string): string {
  const [path = '', fragment] = pattern.split('#');
  const ends = ENDS[fragment === undefined ? 'path' : 'fragment'];
  const text = fragment === undefined ? path : fragment;
  const before = fragment === undefined ? '' : `${path ? `${segments(trim(path))}/*` : '[^#]*'}#`;
  if (text.endsWith('/*')) return before + segments(text.slice(0, -2)) + ends[1];
  if (text.endsWith('*')) return `${before}${segments(text.slice(0, -1))}.*`;
  return before + segments(trim(text)) + ends[0];
}

const trim = (path: string): string => path.replace(/\/+$/, '');

/**
 * Path patterns as the source of one regular expression, to be tested with the flag `i` against
 * `location.pathname + location.hash`. `/nesie/*` stands for `/nesie` and everything below it, `/nesie` for that page
 * alone, with any fragment; a `*` between slashes for one segment. Doubled slashes change nothing.
 */
export const compileRoutes = (patterns: readonly string[]): string =>
  `^(?:${patterns.map(compile).join('|')})$`;
