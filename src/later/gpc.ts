import type { LaterSite, Session } from '../contract.ts';

/** Adds to the first layer, in each language, that the browser says no to marketing and that this counts. */
export function tellGpc({ hasGpc, root }: Session, { gpc = {} }: LaterSite): void {
  if (!hasGpc()) return;
  // Around each title stands all that is said in its language, be it one notice or a part of one.
  for (const { parentElement: block } of root.querySelectorAll('h2')) {
    const line = document.createElement('p');
    line.textContent = gpc[block?.lang as keyof typeof gpc] ?? '';
    block?.querySelector('div')?.append(line);
  }
}
