import type { LaterSite, Session } from '../../contract.ts';
import { erase } from './erase.ts';
import { resetFrames } from './frames.ts';
import { createLeftover } from './leftover.ts';
import { runSteps } from './steps.ts';

/** Stopped trackers may have a write on its way, so what they stored is erased once more after this time, in ms. */
const LATE = 1000;

/** `apply` of the contract, for these trackers. */
export function createWithdrawal(session: Session, { trackers, html }: LaterSite): () => string[] {
  const stopped = new Set<string>();
  const leftover = createLeftover(session, html);
  const granted = () => trackers.filter(({ id }) => session.allows(id));
  const refused = () => trackers.filter(({ id }) => !session.allows(id));
  let timer: ReturnType<typeof setInterval>;

  /** Stops and erases once. Returns what runs all the same. */
  const sweep = () => {
    resetFrames(refused());
    const running = refused().filter(({ id, stop }) => {
      if (!session.ran.has(id) || stopped.has(id)) return false;
      // A script still on its way has nothing to call yet, so stopping is tried again at each sweep.
      if (!stop || !runSteps(stop)) return true;
      stopped.add(id);
      return false;
    });
    erase(refused(), granted());
    leftover.show(running.map(({ name }) => name));
    return running;
  };

  addEventListener('pagehide', sweep);
  return () => {
    for (const { id, resume } of granted()) if (stopped.delete(id)) runSteps(resume);
    clearInterval(timer);
    // As long as something cannot be stopped, what it writes is taken away again and again.
    timer = setInterval(() => sweep().length || clearInterval(timer), LATE);
    return sweep().map(({ id }) => id);
  };
}
