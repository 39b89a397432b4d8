import type { LaterSite, Session } from '../contract.ts';
import { addBox, show } from './box.ts';

/** Adds the small permanent button that brings the choice back. The notice shows and hides it from then on. */
export function addReopenButton(session: Session, { reopen, reopenCss }: LaterSite): void {
  session.addStyle(reopenCss);
  const notice = session.root.querySelector<HTMLElement>('[popover]');
  show(addBox(session, reopen), !!notice?.hidden);
}
