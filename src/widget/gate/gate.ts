import { allows } from '../consent/store.ts';
import { root } from '../notice/host.ts';
import { rules } from '../site.ts';
import { warn } from '../warn.ts';
import { wakeScript } from './script.ts';

/** Inert markup that waits for consent: `data-kelisim` names its tracker. */
type Inert = HTMLScriptElement | HTMLIFrameElement | HTMLImageElement;

/** A queue for each tracker: what hangs in one holds up nobody else. */
const queues: Record<string, Promise<unknown>> = {};

/** The parser may still be reading the text of an inline script, and a script that is not `async` blocks nothing. */
const parsed = new Promise((resolve) => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
  else resolve(0);
});

/** Ids of trackers of which anything was started on this page. */
export const ran = new Set<string>();

/**
 * Starts a script once: an `async` one now, any other when the page is parsed and those before it in its tracker
 * have run.
 */
function startScript(script: HTMLScriptElement, id: string): void {
  const start = () => {
    // Asked at the moment of the start, not of the queueing: consent may be gone by then.
    if (!script.isConnected || !allows(id)) return;
    ran.add(id);
    return wakeScript(script);
  };
  if (script.hasAttribute('async')) start();
  else queues[id] = Promise.all([queues[id], parsed]).then(start).catch(warn);
}

function startInert(element: Inert): void {
  const { kelisim: id = '', src, srcset } = element.dataset;
  if (!rules.trackers[id]) {
    // Told once.
    delete element.dataset.kelisim;
    if (rules.later) warn(`data-kelisim="${id}" is unknown to consent.config.json`);
  } else if (!allows(id)) {
    return;
  } else if (element instanceof HTMLScriptElement) {
    if (element.type === 'text/plain') startScript(element, id);
  } else if (!element.hasAttribute('src')) {
    ran.add(id);
    if (srcset) (element as HTMLImageElement).srcset = srcset;
    if (src) element.src = src;
  }
}

/** Starts everything that may run now and has not yet: the configuration's first, then the page's, in order. */
export function startGranted(): void {
  for (const place of [root, document]) place.querySelectorAll<Inert>('[data-kelisim]').forEach(startInert);
}

/** Follows what the page adds from now on, some milliseconds behind, so that busy pages are not slowed down. */
export function watchInert(): void {
  let timer = 0;
  const soon = () => {
    if (!timer) timer = setTimeout(look, 20) as unknown as number;
  };
  const look = () => {
    timer = 0;
    startGranted();
  };
  new MutationObserver(soon).observe(document, { childList: true, subtree: true });
}
