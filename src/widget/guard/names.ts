import { may, shape } from './judge.ts';
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

const whole = (source: string) => shape(`^(${source})$`);

/** Who stores what: with its kind, and in any other, because a tracker that is refused one kind tries the next. */
const known = Object.entries(site.rules.names).map(([id, names]) => ({
  id,
  exact: whole(names),
  loose: whole(names.replace(/(^|\|)./g, '$1.')),
}));

/**
 * Whether something of this name must not be stored now. A name belongs to whoever declares it, in whatever kind of
 * storage; it passes when a tracker that declares it for this kind may run. Names that nobody declares are let
 * through and reported; in the mode `strict` they are held.
 */
export function holdsName(kind: Kind, name: unknown): boolean {
  const text = kind + name;
  let whose = '';
  for (const { id, exact, loose } of known) {
    if (!loose.test(text)) continue;
    if (!id || (exact.test(text) && may(id, kind === 'c' ? 'cookies' : 'localStorage'))) return false;
    whose ||= id;
  }
  return report(KINDS[kind], text.slice(1), whose);
}
