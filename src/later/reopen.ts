import type { LaterSite, Session } from '../contract.ts';
import { addBox, show } from './box.ts';

/**
 * Whether this page is in a frame of a page of this site, which has its own way back. The notice asks the same; to hand its
 * answer over would cost every page 20 bytes.
 */
function isAskedAbove(): unknown {
  try {
    return top !== window && top?.kelisim?.state;
  } catch {
    // Another site's.
    return;
  }
}

/**
 * Adds the small permanent button that brings the choice back, where the page has none of its own; the notice shows and
 * hides it from then on.
 */
export function addReopenButton(session: Session, { reopen, reopenCss }: LaterSite): void {
  session.addStyle(reopenCss);
  const add = () => {
    if (isAskedAbove() || document.querySelector('[data-kelisim-reopen]')) return;
    const notice = session.root.querySelector<HTMLElement>('[popover]');
    show(addBox(session, reopen), !!notice?.hidden);
  };
  // The page's own may stand at its end.
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', add);
  else add();
}
