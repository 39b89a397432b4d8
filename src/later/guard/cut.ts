import type { GuardSetup } from '../../contract.ts';

/** Ends what lasts and may no longer go on: connections, databases, pages in frames, media, workers. */
export function cut({ live = [], tellWorkers, clear }: GuardSetup): void {
  for (const isOver of live.splice(0)) if (!isOver()) live.push(isOver);
  tellWorkers?.();
  clear?.();
}
