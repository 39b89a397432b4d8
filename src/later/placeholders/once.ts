import type { Session } from '../../contract.ts';

/** Frames that were shown by a press on themselves: until the next decision, and on no protected route. */
export const shownOnce = new Set<Element>();

/** Sets the address of one frame past the guard, which lets its tracker pass for this moment only. */
export function showOnce(frame: HTMLIFrameElement, { id, address }: Embed, session: Session): void {
  const { guard, rules } = session;
  shownOnce.add(frame);
  session.ran.add(id);
  const may = guard?.may;
  if (guard && may) {
    guard.may = (asked) => (asked === id ? rules.trackers[id] : may(asked));
    // The guard's observer looks at the change in a task of the same kind, which the next line but one queues first.
    setTimeout(() => {
      guard.may = may;
    });
  }
  frame.src = address;
  frame.focus();
}

/** What a frame is to show. */
export interface Embed {
  /** Tracker. */
  id: string;
  address: string;
}
