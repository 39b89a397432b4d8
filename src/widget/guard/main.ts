import { watchElements } from './elementHooks.ts';
import { inspect, watch } from './elements.ts';
import { type Act, hidePrint, hook, notes, type Realm, replaced } from './hook.ts';
import { watchNetwork } from './network.ts';
import { report } from './report.ts';
import { offends } from './requests.ts';
import { realm, STRICT, site } from './scope.ts';
import { watchStorage } from './storage.ts';
import { watchWorkers } from './workers.ts';

const { document } = realm;

/** Covers a window or the window of a document, where it is one of this site: asking another's throws. */
function enter(place: unknown): void {
  if (!place) return;
  try {
    const win = ((place as Document).defaultView ?? place) as Realm;
    if (!notes.get(win.fetch)) cover(win);
    // A new page in an old window keeps what covers it, but it is another document.
    watch(win.document);
  } catch {}
}

function coverPage(win: Realm): void {
  watchElements(win);
  const entering: Act = (go) => {
    const place = go();
    enter(place);
    return place;
  };
  hook(win, 'HTMLIFrameElement HTMLObjectElement.get', 'contentWindow contentDocument', entering);
  hook(win, '', 'open', entering);
  win.addEventListener('load', ({ target }) => enter((target as HTMLIFrameElement).contentWindow), true);
}

function cover(win: Realm): void {
  hidePrint(win);
  watchNetwork(win);
  watchStorage(win);
  watchWorkers(win);
  if (win.document) coverPage(win);
}

/** Holds, in the mode `strict`, also what no script can reach. */
function addPolicy(content: string): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = content;
  document.head.append(meta);
  document.addEventListener('securitypolicyviolation', ({ originalPolicy, blockedURI }) => {
    // Firefox writes a scheme before a source that has none.
    if (originalPolicy.replace(/https?:\/\//g, '') === content)
      report('csp', blockedURI.replace(/[?#].*/, ''), '');
  });
}

if (document) {
  site.enter = enter;
  cover(realm);
  const [script] = document.scripts;
  site.before = { script: script === document.currentScript ? undefined : script, natives: replaced };
  site.offends = offends;
  watch(document);
  inspect(document);
  if (STRICT) addPolicy(site.rules.strict as string);
} else {
  let { granted } = site;
  site.may = (id) => granted?.[id];
  cover(realm);
  // Safari before 15.4 has none: there a worker keeps to what was granted when it was made.
  if (realm.BroadcastChannel)
    new BroadcastChannel(site.channel as string).onmessage = ({ data }) => {
      granted = data;
      for (const isOver of site.live ?? []) isOver();
    };
}
