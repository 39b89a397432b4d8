import { judge } from './judge.ts';

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

/**
 * Whether something of this name must not be stored now. A name belongs to whoever declares it, in whatever kind of
 * storage; it passes when a tracker that declares it for this kind may run. Names that nobody declares are let
 * through and reported; in the mode `strict` they are held.
 */
export const holdsName = (kind: Kind, name: unknown): boolean | 0 =>
  judge(`:${name}`, kind, [kind === 'c' ? 'cookies' : 'localStorage', KINDS[kind], `${name}`]);
