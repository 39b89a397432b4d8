import { may, shape } from './judge.ts';
import { last } from './live.ts';
import { report } from './report.ts';
import { site } from './scope.ts';

/** Kinds of storage by the first letter of a name in the rules. */
const KINDS = {
  c: 'cookie',
  l: 'localStorage',
  s: 'sessionStorage',
  i: 'indexedDB',
  k: 'cacheStorage',
} as const;

/** The first letter of a name in the rules: what kind of storage it is in. */
export type Kind = keyof typeof KINDS;

const { rules } = site;
const whole = (source: string) => shape(`^(${source})$`);
/** The same names in any kind of storage: a tracker that is refused one tries the next. */
const anywhere = (source: string) => whole(source.replace(/(^|\|)./g, '$1.'));

const { '': free = '', ...names } = rules.names;
const needed = whole(free);
/** Who stores what. */
const known = Object.entries(names).map(([id, list]) => ({ id, exact: whole(list), loose: anywhere(list) }));

/**
 * Whether something of this name must not be stored now. A name belongs to whoever declares it, in whatever kind of
 * storage; it passes when a tracker that declares it for this kind may run. Names that nobody declares are let
 * through and reported; in the mode `strict` they are held.
 */
export function holdsName(kind: Kind, name: unknown): boolean {
  last.owner = '';
  const text = `${kind}${name}`;
  if (needed.test(text)) return false;
  let whose = '';
  for (const { id, exact, loose } of known) {
    if (!loose.test(text)) continue;
    if (exact.test(text) && may(id, kind === 'c' ? 'cookies' : 'localStorage')) {
      last.owner = id;
      return false;
    }
    whose ||= id;
  }
  const held = !!whose || !!rules.strict;
  report({ vector: KINDS[kind], url: text.slice(1), tracker: whose || 'unknown', held });
  return held;
}
