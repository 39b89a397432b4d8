import type { Session } from '../contract.ts';
import { show } from './box.ts';

/** Brings everything we show back where a page has replaced its whole document element; call it after each change. */
export function createKeeper({ root }: Session): () => void {
  let isHeard = false;
  root.addEventListener('kelisim', () => {
    isHeard = true;
  });
  return () => {
    const page = document.documentElement;
    if (root.host.isConnected || !page) return;
    isHeard = false;
    root.dispatchEvent(new Event('kelisim'));
    // `document.open()` takes every listener away, and buttons without an answer are worse than none.
    if (!isHeard) return;
    page.insertBefore(root.host, document.body);
    // What is taken out of a page leaves the top layer.
    root.querySelector('dialog')?.close?.();
    for (const box of root.querySelectorAll<HTMLElement>('[popover]')) show(box, !box.hidden);
  };
}
