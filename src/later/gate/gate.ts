import type { Session, TrackerRules } from '../../contract.ts';
import { startAwaited, startUnawaited } from './configured.ts';
import { startPage } from './page.ts';
import { queue } from './queues.ts';

/** Starts everything that may run now and has not yet: the configuration's first, then the page's, in order. */
export function startGranted(trackers: TrackerRules[], session: Session): void {
  for (const tracker of trackers) {
    if (!session.allows(tracker.id)) continue;
    startUnawaited(tracker, session);
    if (tracker.start[0]) queue(tracker.id, () => startAwaited(tracker, session), session.warn);
  }
  startPage(session);
}
