import type { LaterSite, Session } from '../../contract.ts';
import { cut } from '../guard/cut.ts';
import { hostsById } from '../guard/hosts.ts';
import { tellOrder } from '../guard/order.ts';
import { erase, type Stores } from './erase.ts';
import { resetFrames } from './frames.ts';
import { createLeftover } from './leftover.ts';
import { runSteps } from './steps.ts';

/** Stopped trackers may have a write on its way, so what they stored is erased once more after this time, in ms. */
const LATE = 1000;

/**
 * Stops what may not run now, lets go on what was stopped and may, erases what is not granted, and tells the visitor
 * what goes on all the same. The result does it once more and returns the ids of those.
 */
export function createWithdrawal(
  session: Session,
  { trackers, html, keep, erase: gone = {} }: LaterSite,
): () => string[] {
  const { guard, allows, consents, ran, state } = session;
  const isFirst = !!guard && tellOrder(guard);
  /** Whether the guard cuts this tracker off, whatever its own stop call does. */
  const isCut = (id: string) => isFirst && !!hostsById(guard.rules).get(id)?.length;
  const stopped = new Set<string>();
  const leftover = createLeftover(session, html);
  const may = ({ id }: { id: string }) => allows(id);
  const mayNot = ({ id }: { id: string }) => !allows(id);
  let timer: ReturnType<typeof setInterval>;

  /** Stops once. Returns what runs all the same. */
  const stopAll = () => {
    const due = trackers.filter(({ id }) => !allows(id) && ran.has(id) && !stopped.has(id));
    // Flags first: one vendor's stop call may wake another that listens to it.
    for (const { stop } of due) runSteps(stop?.filter((step) => 'set' in step));
    return due.filter(({ id, stop }) => {
      // A script still on its way has nothing to call yet, so stopping is tried again at each sweep.
      if (!stop || !runSteps(stop)) return !isCut(id);
      stopped.add(id);
      return false;
    });
  };

  const eraseAll = () => {
    const now = state();
    if (keep && now.phase === 'undecided' && now.why === 'first-visit') return;
    // What is granted keeps what it stored, also where it may not run.
    const refused: Stores[] = trackers.filter(({ id }) => !consents(id));
    erase(
      [...refused, { stores: gone }],
      trackers.filter(({ id }) => consents(id)),
    );
  };

  const sweep = () => {
    resetFrames(trackers.filter(mayNot));
    const running = stopAll();
    // Each time: a database that was being opened at the withdrawal is open only afterwards.
    if (guard) cut(guard);
    eraseAll();
    leftover.show(running.map(({ name }) => name));
    return running;
  };

  addEventListener('pagehide', sweep);
  return () => {
    for (const { id, resume } of trackers.filter(may)) if (stopped.delete(id)) runSteps(resume, allows);
    clearInterval(timer);
    // As long as something cannot be stopped, what it writes is taken away again and again.
    timer = setInterval(() => sweep().length || clearInterval(timer), LATE);
    return sweep().map(({ id }) => id);
  };
}
