import type { GuardSetup } from '../../contract.ts';
import { shownOnce } from '../placeholders/once.ts';

/** What may be showing something of a tracker's. What has run, or been sent, cannot be taken back. */
const SHOWING = 'iframe,frame,link,audio,video,source,track,embed,object';

/** Ends what lasts and may no longer go on: connections, databases, pages in frames, media, workers. */
export function cut({ live = [], tellWorkers, disarm }: GuardSetup): void {
  for (const isOver of live.splice(0)) if (!isOver()) live.push(isOver);
  tellWorkers?.();
  for (const element of document.querySelectorAll(SHOWING)) if (!shownOnce.has(element)) disarm?.(element);
}
