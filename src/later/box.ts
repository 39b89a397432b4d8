import type { Session } from '../contract.ts';

/** Puts prerendered HTML of one element into the widget's shadow root. */
export function addBox({ root, trusted }: Session, html: string): HTMLElement {
  const holder = document.createElement('div');
  holder.innerHTML = trusted.createHTML(html);
  const box = holder.firstChild as HTMLElement;
  root.append(box);
  return box;
}

/** Shows or hides a box, in the top layer where the browser has one. */
export function show(box: HTMLElement, visible: boolean): void {
  box.hidden = !visible;
  box.togglePopover?.(visible);
}

/** Shows of the blocks in a box those in this language and those in all. */
export function showLanguage(box: Element, locale: string): void {
  for (const block of box.children as Iterable<Element> as HTMLElement[])
    block.hidden = !!block.lang && block.lang !== locale;
}
