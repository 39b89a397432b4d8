import type { LaterSite, Session } from '../contract.ts';

/** Adds to the first layer, in each language, that the browser says no to marketing and that this counts. */
export function tellGpc({ hasGpc, root }: Session, { gpc = {} }: LaterSite): void {
  if (!hasGpc()) return;
  for (const notice of root.querySelectorAll<HTMLElement>('.notice')) {
    const line = document.createElement('p');
    line.textContent = gpc[notice.lang as keyof typeof gpc] ?? '';
    notice.querySelector('div')?.append(line);
  }
}
