import type { Later } from '../contract.ts';
import type { ConsentState, QueuedCall } from '../types.ts';
import { api } from './api.ts';
import { allows, begin, decide, refresh, state } from './consent/store.ts';
import { emitEvent } from './events.ts';
import { ran, startGranted, watchInert } from './gate/gate.ts';
import { loadScript } from './gate/script.ts';
import { setup as guard, startGuard, tellGuard } from './guarding.ts';
import { loadLater } from './later.ts';
import { addStyle, root } from './notice/host.ts';
import { locale, prepareNotice, setLanguage, sync } from './notice/notice.ts';
import { rules } from './site.ts';
import { prepareTrusted, trusted } from './trusted.ts';
import { attempt, warn } from './warn.ts';

/** Twenty random hexadecimal digits: none can be taken for another when read out. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => (byte % 16).toString(16)).join('');

const getLocale = () => locale;

const load = (): Promise<Later> => {
  const parts = { root, base: rules.base, addStyle, setLanguage, decide, allows, ran, trusted, loadScript };
  return loadLater({ ...parts, guard, warn, locale: getLocale, state: () => state });
};

/** Whether everything that was started may still run. */
const settled = (): boolean => [...ran].every(allows);

/** Stops and erases what may not run. Where the file for it does not load, only a new page ends what runs. */
async function withdraw(): Promise<string[]> {
  try {
    return rules.later ? (await load()).apply() : [];
  } catch (cause) {
    warn(cause);
    if (!settled()) location.reload();
    return [];
  }
}

async function changed(previous: ConsentState): Promise<void> {
  tellGuard();
  sync();
  // Three frames later, so that the press is answered and painted first.
  setTimeout(startGranted, 50);
  const withdrawn = withdraw();
  // Nobody waits for a file when nothing that runs has to end.
  emitEvent('decided', { state, previous, running: settled() ? [] : await withdrawn });
}

function start(queue: unknown): void {
  startGuard();
  prepareTrusted();
  prepareNotice(load);
  begin({ now: Date.now, newId, locale: getLocale, changed });
  tellGuard();
  window.kelisim = api;
  startGranted();
  watchInert();
  sync();
  emitEvent('ready', { state });
  if (Array.isArray(queue)) api.push(...(queue as QueuedCall[]));
  // After the page's own first work: erases what trackers that may not run have left here before, and has the means
  // of withdrawal at hand before anybody asks for it.
  setTimeout(withdraw, 1e3);
  // Another tab may have decided, and a page from the back/forward cache becomes visible too.
  addEventListener('visibilitychange', refresh);
}

attempt(() => {
  if (window.kelisim?.state) warn('two tags of kelisim.js: remove one');
  else start(window.kelisim);
});
