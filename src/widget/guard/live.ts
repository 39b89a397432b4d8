import { site } from './scope.ts';

/** Connections and databases that were let through. */
const live: (() => unknown)[] = [];

/**
 * Remembers something that lasts. `isOver` is asked after each change of what is granted: when it may no longer go
 * on, it ends it and gives true.
 */
export const follow = (isOver: () => unknown): void => void live.push(isOver);

site.live = live;
