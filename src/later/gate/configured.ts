import type { Session, StartItem, TrackerRules } from '../../contract.ts';
import { runSteps } from '../withdraw/steps.ts';
import { parsed } from './queues.ts';
import { runScript } from './script.ts';

/** A script that those behind it wait for. */
const isAwaited = (item: StartItem) => 'script' in item && !item.async;

/** Starts what waits for no script of its tracker: all up to the first step that stands behind one. */
export function startUnawaited({ id, start }: TrackerRules, session: Session): void {
  for (let at = 0; start[at]; ) {
    const item = start[at] as StartItem;
    if (isAwaited(item)) at += 1;
    else if (at && !('script' in item) && !('pixel' in item)) return;
    else {
      start.splice(at, 1);
      run(item, id, session);
    }
  }
}

/**
 * Starts the rest of what the configuration says of a tracker, in order, each thing once on a page. Where it stops
 * being allowed on the way, what is left stays for the next time. Resolves when all of it has run or failed.
 */
export async function startAwaited({ id, start }: TrackerRules, session: Session): Promise<void> {
  for (let item = start[0]; item; item = start[0]) {
    await parsed;
    // Asked at the moment of the start, not of the queueing: consent may be gone by then.
    if (!session.allows(id)) return;
    start.shift();
    await run(item, id, session);
  }
}

function run(item: StartItem, id: string, session: Session): Promise<unknown> | undefined {
  session.ran.add(id);
  if ('pixel' in item) new Image().src = item.pixel;
  else if ('script' in item) return runScript(item, session);
  else if (!runSteps([item], session.allows)) session.warn('this step failed:', JSON.stringify(item));
  return;
}
