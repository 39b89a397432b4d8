import type { Session } from '../../contract.ts';

/** Says which trackers go on running on this page, and offers to load it anew. */
export interface Leftover {
  /** Names for people; an empty list takes the message away. The same list again changes nothing. */
  show(names: string[]): void;
}

/** The message, put into the widget's shadow root, hidden. */
export function createLeftover({ root, trusted, locale }: Session, source: string): Leftover {
  const holder = document.createElement('div');
  holder.innerHTML = trusted.createHTML(source);
  const box = holder.firstChild as HTMLElement;
  let shown = '';
  const put = (visible: boolean) => {
    box.hidden = !visible;
    box.togglePopover?.(visible);
  };
  root.append(box);
  put(false);
  box.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('button');
    if (button?.value === 'reload') location.reload();
    else if (button) put(false);
  });
  return {
    show(names) {
      const text = names.join(', ');
      // What was read and closed stays closed.
      if (text === shown) return;
      shown = text;
      for (const block of box.children as Iterable<Element> as HTMLElement[])
        block.hidden = block.lang !== locale();
      for (const place of box.querySelectorAll('b')) place.textContent = text;
      put(names.length > 0);
    },
  };
}
