import type { Session } from '../contract.ts';
import { show } from './box.ts';

/** Brings everything we show back where a page has replaced its whole document element. */
export function keepHost({ root }: Session): void {
  const page = document.documentElement;
  if (root.host.isConnected || !page) return;
  page.insertBefore(root.host, document.body);
  // What is taken out of a page leaves the top layer.
  root.querySelector('dialog')?.close?.();
  for (const box of root.querySelectorAll<HTMLElement>('[popover]')) show(box, !box.hidden);
}
