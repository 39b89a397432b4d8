import { watchElements } from './elementHooks.ts';
import { clear, frames, inspect, release } from './elements.ts';
import { hidePrint, hook, isOurs, type Realm, replaced } from './hook.ts';
import { endLive } from './live.ts';
import { watchNetwork } from './network.ts';
import { list, report } from './report.ts';
import { realm, site } from './scope.ts';
import { releaseWrites, watchStorage } from './storage.ts';
import { tellWorkers, watchWorkers } from './workers.ts';

const { document } = realm;
const page = { childList: true, subtree: true };

const observer =
  document &&
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(inspect);
    settle();
  });

/** Covers the frames that have come onto the page: each has natives of its own. */
function settle(): void {
  for (const frame of frames.splice(0)) adopt(frame);
}

function adopt(frame: HTMLIFrameElement): void {
  const win = frame.contentWindow as Realm | null;
  try {
    // A window of another site throws. A new page in an old window keeps what covers it, but is another document.
    if (!win?.document) return;
    cover(win);
    observer.observe(win.document, page);
    inspect(win.document);
  } catch {}
}

/** Covers the natives of a window or worker, once. */
function cover(win: Realm): void {
  if (isOurs(win.fetch)) return;
  hidePrint(win);
  watchNetwork(win);
  watchStorage(win);
  if (!win.document) return;
  watchElements(win, settle);
  watchWorkers(win);
  for (const name of ['contentWindow', 'contentDocument'])
    hook(
      win.HTMLIFrameElement.prototype,
      name,
      (go) => {
        const inside = go();
        try {
          cover(inside.defaultView ?? inside);
        } catch {}
        return inside;
      },
      'get',
    );
  hook(win, 'open', (go) => {
    const opened = go();
    try {
      cover(opened);
    } catch {}
    return opened;
  });
  const loaded = ({ target }: Event) => {
    if (/frame/i.test((target as Element).localName)) adopt(target as HTMLIFrameElement);
  };
  win.addEventListener('load', loaded, true);
  observer.observe(win.document, page);
}

/** Says once what was there before the guard, so that nothing can be promised for it. */
function tellOrder(): void {
  const before = [...document.scripts].filter(
    (script) =>
      script !== document.currentScript &&
      /^$|script|module/.test(script.type) &&
      // Calls that wait for us in a queue.
      !/kelisim/.test(script.text),
  );
  const first = before[0];
  if (!first && !replaced) return;
  report({
    vector: 'order',
    url: first?.src || (first ? 'inline' : 'native'),
    tracker: 'unknown',
    held: false,
  });
  site.warn?.('not first on the page: put the tag before every other script');
}

cover(realm);
if (document) {
  tellOrder();
  inspect(document);
  if (site.rules.strict) {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = site.rules.strict;
    document.head.append(meta);
    document.addEventListener('securitypolicyviolation', ({ originalPolicy, blockedURI }) => {
      if (originalPolicy === site.rules.strict)
        report({ vector: 'csp', url: blockedURI.replace(/[?#].*/, ''), tracker: 'unknown', held: true });
    });
  }
  site.held = list;
  site.complete = !list.some(({ vector }) => vector === 'order');
  site.cut = () => {
    endLive();
    tellWorkers();
    clear();
  };
  site.release = () => {
    release();
    releaseWrites();
  };
} else {
  new BroadcastChannel('kelisim').onmessage = ({ data }) => {
    site.granted = data;
    endLive();
  };
}
