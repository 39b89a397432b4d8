import type { TrackerRules } from '../../contract.ts';
import { renewFrame } from '../frame.ts';
import { shownOnce } from '../placeholders/once.ts';

/** Takes away the pages of these trackers' gated frames. The gate starts them again from `data-src`. */
export function resetFrames(trackers: TrackerRules[]): void {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe[data-kelisim][data-src][src]')) {
    if (shownOnce.has(frame)) continue;
    if (!trackers.some(({ id }) => id === frame.dataset.kelisim)) continue;
    frame.removeAttribute('src');
    renewFrame(frame);
  }
}
