import type { GuardSetup } from '../../contract.ts';

/** What may be showing something of a tracker's. A script that has run cannot be made not to have run. */
const SHOWING = 'iframe,frame,img,link,audio,video,source,track,embed,object,input';

/** Ends what lasts and may no longer go on: connections, databases, pages in frames, media, workers. */
export function cut({ live = [], tellWorkers, disarm }: GuardSetup): void {
  for (const isOver of live.splice(0)) if (!isOver()) live.push(isOver);
  tellWorkers?.();
  for (const element of document.querySelectorAll(SHOWING)) disarm?.(element);
}
