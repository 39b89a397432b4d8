import type { LaterSite, Session } from '../../contract.ts';
import { runSteps } from '../withdraw/steps.ts';

/**
 * Tells vendors and tag managers what is granted, at the start of a page and whenever that has changed: the same once
 * more would make a tag manager's tags run twice.
 */
export function createSignals(session: Session, { trackers, google }: LaterSite): () => void {
  let told = '';
  return () => {
    const { allows, ran, state } = session;
    const now = state();
    const granted = now.phase === 'decided' ? JSON.stringify(now.record.granted) : '';
    if (granted === told) return;
    told = granted;
    runSteps(google, allows);
    for (const { id, update } of trackers) if (ran.has(id) && allows(id)) runSteps(update, allows);
    if (granted) tellTagManager(JSON.parse(granted));
  };
}

/** The event that a tag manager's triggers can wait for, with what is granted. */
function tellTagManager(kelisim: unknown): void {
  runSteps([{ list: 'dataLayer' }, { call: 'dataLayer.push', args: [{ event: 'kelisim', kelisim }] }]);
}
