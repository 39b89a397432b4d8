import type { Session } from '../../contract.ts';
import { addBox, show, showLanguage } from '../box.ts';

/** Says which trackers go on running on this page, and offers to load it anew. */
export interface Leftover {
  /** Names for people; an empty list takes the message away. The same list again changes nothing. */
  show(names: string[]): void;
}

/** The message; it is put into the widget's shadow root when it is needed for the first time. */
export function createLeftover(session: Session, source: string): Leftover {
  let box: HTMLElement | undefined;
  let shown = '';
  return {
    show(names) {
      const text = names.join(', ');
      // What was read and closed stays closed.
      if (text === shown) return;
      shown = text;
      box ??= createBox(session, source);
      showLanguage(box, session.locale());
      for (const place of box.querySelectorAll('b')) place.textContent = text;
      show(box, names.length > 0);
    },
  };
}

function createBox(session: Session, html: string): HTMLElement {
  const box = addBox(session, html);
  box.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (button?.value === 'reload') location.reload();
    else if (button) show(box, false);
  });
  return box;
}
