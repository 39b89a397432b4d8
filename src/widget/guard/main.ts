import { watchElements } from './elementHooks.ts';
import { frames, inspect } from './elements.ts';
import { hidePrint, hook, isOurs, type Realm, replaced } from './hook.ts';
import { watchNetwork } from './network.ts';
import { report } from './report.ts';
import { offends } from './requests.ts';
import { realm, site } from './scope.ts';
import { watchStorage } from './storage.ts';
import { watchWorkers } from './workers.ts';

const { document } = realm;

/** Covers the frames that have come onto the page: each has natives of its own. */
const settle = () => frames.splice(0).forEach(adopt);

const observer =
  document &&
  new MutationObserver((records) => {
    for (const { addedNodes } of records) addedNodes.forEach(inspect);
    settle();
  });

/** Covers a window, where it is one of this site: asking another's throws. */
function enter(win: Realm): void {
  try {
    if (win.document && !isOurs(win.fetch)) cover(win);
    // A new page in an old window keeps what covers it, but it is another document.
    observer.observe(win.document, { childList: true, subtree: true });
  } catch {}
}

function adopt(frame: HTMLIFrameElement): void {
  const win = frame.contentWindow as Realm;
  enter(win);
}

function coverPage(win: Realm): void {
  watchElements(win, settle);
  watchWorkers(win);
  for (const name of ['contentWindow', 'contentDocument'])
    hook(
      win.HTMLIFrameElement.prototype,
      name,
      (go) => {
        const inside = go();
        enter(inside?.defaultView ?? inside);
        return inside;
      },
      'get',
    );
  hook(win, 'open', (go) => {
    const opened = go();
    enter(opened);
    return opened;
  });
  win.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof win.HTMLIFrameElement) adopt(target);
    },
    true,
  );
}

function cover(win: Realm): void {
  hidePrint(win);
  watchNetwork(win);
  watchStorage(win);
  if (win.document) coverPage(win);
}

/** Holds, in the mode `strict`, also what no script can reach. */
function addPolicy(content: string): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = content;
  document.head.append(meta);
  document.addEventListener('securitypolicyviolation', ({ originalPolicy, blockedURI }) => {
    if (originalPolicy === content) report('csp', blockedURI.replace(/[?#].*/, ''), '');
  });
}

if (document) {
  const script = document.scripts[0];
  cover(realm);
  site.before = { script: script === document.currentScript ? undefined : script, natives: replaced };
  site.offends = offends;
  enter(realm);
  inspect(document);
  if (site.rules.strict) addPolicy(site.rules.strict);
} else {
  cover(realm);
  new BroadcastChannel('kelisim').onmessage = ({ data }) => {
    site.granted = data;
    for (const isOver of site.live ?? []) isOver();
  };
}
