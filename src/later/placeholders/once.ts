import type { Session } from '../../contract.ts';
import { renewFrame } from '../frame.ts';

/** Frames that were shown by a press on themselves: until the next decision, and on no protected route. */
export const shownOnce = new Set<Element>();

/** Sets the address of one frame past the guard, which lets its tracker pass for this moment only. */
export function showOnce(frame: HTMLIFrameElement, { id, address }: Embed, session: Session): void {
  const { guard, rules } = session;
  shownOnce.add(frame);
  session.ran.add(id);
  renewFrame(frame);
  const may = guard?.may;
  if (guard && may) guard.may = (asked) => (asked === id ? rules.trackers[id] : may(asked));
  frame.src = address;
  // Behind the guard's observer, which looks at the change in a microtask that the change itself has queued.
  queueMicrotask(() => {
    if (guard && may) guard.may = may;
    frame.focus();
  });
}

/** What a frame is to show. */
export interface Embed {
  /** Tracker. */
  id: string;
  address: string;
}
