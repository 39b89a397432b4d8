import type { Session } from '../../contract.ts';
import { renewFrame } from '../frame.ts';
import { parsed, queue } from './queues.ts';
import { wakeScript } from './script.ts';

/** Inert markup that waits for consent: `data-kelisim` names its tracker. */
type Inert = HTMLScriptElement | HTMLIFrameElement | HTMLImageElement;

/**
 * Starts a script once: an `async` one now, any other when the page is parsed and those before it in its tracker
 * have run.
 */
function startScript(script: HTMLScriptElement, id: string, session: Session): void {
  const start = () => {
    // Asked at the moment of the start, not of the queueing: consent may be gone by then.
    if (!script.isConnected || !session.allows(id)) return;
    session.ran.add(id);
    return wakeScript(script, session);
  };
  if (script.hasAttribute('async')) start();
  else queue(id, () => parsed.then(start), session.warn);
}

function startInert(element: Inert, session: Session): void {
  const { kelisim: id = '', src, srcset } = element.dataset;
  if (!session.rules.trackers[id]) {
    // Told once.
    delete element.dataset.kelisim;
    session.warn(`data-kelisim="${id}" is unknown to consent.config.json`);
  } else if (!session.allows(id)) {
    return;
  } else if (element instanceof HTMLScriptElement) {
    if (element.type === 'text/plain') startScript(element, id, session);
  } else if (!element.hasAttribute('src')) {
    session.ran.add(id);
    if (srcset) (element as HTMLImageElement).srcset = srcset;
    if (!src) return;
    // It showed a placeholder.
    if ((element as HTMLIFrameElement).contentDocument?.documentElement?.dataset.drawn) renewFrame(element);
    element.src = src;
  }
}

/** Starts what the page holds as inert markup and what may run now, in order. */
export function startPage(session: Session): void {
  for (const element of document.querySelectorAll<Inert>('[data-kelisim]')) startInert(element, session);
}

/** Follows what the page adds from now on, some milliseconds behind, so that busy pages are not slowed down. */
export function watchPage(changed: () => void): void {
  let timer = 0;
  const soon = () => {
    if (!timer) timer = setTimeout(look, 20) as unknown as number;
  };
  const look = () => {
    timer = 0;
    changed();
  };
  new MutationObserver(soon).observe(document, {
    ...{ childList: true, subtree: true },
    // What a page says of its colours.
    attributeFilter: ['data-kelisim-theme'],
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', soon);
}
