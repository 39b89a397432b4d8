import type { Session, StartItem, TrackerRules } from '../../contract.ts';
import { runSteps } from '../withdraw/steps.ts';
import { parsed } from './queues.ts';
import { runScript } from './script.ts';

/**
 * Starts what the configuration says of a tracker, in order, each thing once on a page. Where it stops being allowed
 * on the way, the rest stays for the next time. Resolves when everything that is waited for has run or failed.
 */
export async function startConfigured({ id, start }: TrackerRules, session: Session): Promise<void> {
  for (let item = start[0]; item; item = start[0]) {
    if ('script' in item && !item.async) await parsed;
    // Asked at the moment of the start, not of the queueing: consent may be gone by then.
    if (!session.allows(id)) return;
    start.shift();
    session.ran.add(id);
    await run(item, session);
  }
}

function run(item: StartItem, session: Session): Promise<unknown> | undefined {
  if ('pixel' in item) new Image().src = item.pixel;
  else if ('script' in item) {
    const end = runScript(item, session);
    if (!item.async) return end;
  } else if (!runSteps([item], session.allows)) session.warn('this step failed:', JSON.stringify(item));
  return;
}
