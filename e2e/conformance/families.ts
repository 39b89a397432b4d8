import type { Family } from './vector.ts';
import { chatter, leaving } from './vectors/chatter.ts';
import { elements } from './vectors/elements.ts';
import { frames } from './vectors/frames.ts';
import { markupFamily } from './vectors/markup.ts';
import { network } from './vectors/network.ts';
import { realms } from './vectors/realms.ts';
import { snippets } from './vectors/snippets.ts';
import { storage } from './vectors/storage.ts';
import { styles } from './vectors/styles.ts';
import { workers } from './vectors/workers.ts';

/** Every family, in the order of the README's table. */
export const FAMILIES: readonly Family[] = [
  markupFamily,
  snippets,
  elements,
  frames,
  network,
  workers,
  realms,
  styles,
  storage,
];

/** Those of `withdrawal.spec.ts`, which are started once and then listened to. */
export const LASTING: readonly Family[] = [chatter, leaving];
