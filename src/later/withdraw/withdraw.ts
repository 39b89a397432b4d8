import type { LaterSite, Session } from '../../contract.ts';
import { cut } from '../guard/cut.ts';
import { letGo } from '../guard/letGo.ts';
import { lock } from '../guard/lock.ts';
import { tellOrder } from '../guard/order.ts';
import { erase } from './erase.ts';
import { resetFrames } from './frames.ts';
import { createLeftover } from './leftover.ts';
import { runSteps } from './steps.ts';

/** Stopped trackers may have a write on its way, so what they stored is erased once more after this time, in ms. */
const LATE = 1000;

/** The press is answered and painted before anything that was held goes on. In ms. */
const AFTER_PAINT = 50;

/** `apply` of the contract, for these trackers. */
export function createWithdrawal(session: Session, { trackers, html }: LaterSite): () => string[] {
  const { guard } = session;
  const isFirst = !!guard && tellOrder(guard, session.warn);
  /** Whether the guard cuts this tracker off, whatever its own stop call does. */
  const isCut = (id: string) => isFirst && !!guard.rules.hosts[id];
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
      if (!stop || !runSteps(stop)) return !isCut(id);
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
    const running = sweep().map(({ id }) => id);
    if (guard) {
      cut(guard);
      lock(guard);
      setTimeout(letGo, AFTER_PAINT, guard);
    }
    return running;
  };
}
