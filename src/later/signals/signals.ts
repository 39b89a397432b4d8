import type { LaterSite, Session } from '../../contract.ts';
import { runSteps } from '../withdraw/steps.ts';

/**
 * Tells vendors and tag managers what is granted, at the start of a page and whenever that has changed: the same once
 * more would make a tag manager's tags run twice. On a protected route vendors hear that nothing is.
 */
export function createSignals(session: Session, { trackers, google }: LaterSite): () => void {
  const { allows, isProtected, ran, state } = session;
  const isGranted = (name: string) => allows(name) && !isProtected();
  let told = '';
  // Nothing has been granted before: there is nothing to take back.
  let signalled = `${isProtected()} `;
  return () => {
    const now = state();
    const granted = now.phase === 'decided' ? JSON.stringify(now.record.granted) : '';
    const signal = `${isProtected()} ${granted}`;
    if (signal === signalled) return;
    signalled = signal;
    runSteps(google, isGranted);
    for (const { id, update } of trackers) if (ran.has(id) && isGranted(id)) runSteps(update, isGranted);
    if (granted && granted !== told) tellTagManager(JSON.parse(granted));
    told = granted;
  };
}

/** The event that a tag manager's triggers can wait for, with what is granted. */
function tellTagManager(kelisim: unknown): void {
  runSteps([{ list: 'dataLayer' }, { call: 'dataLayer.push', args: [{ event: 'kelisim', kelisim }] }]);
}
