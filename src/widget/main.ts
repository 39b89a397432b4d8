import type { Later, Session } from '../contract.ts';
import type { ConsentState, QueuedCall } from '../types.ts';
import { api } from './api.ts';
import {
  allows,
  begin,
  consents,
  decide,
  hasGpc,
  isProtected,
  refresh,
  respectGpc,
  state,
} from './consent/store.ts';
import { emitEvent } from './events.ts';
import { ran, setup, startGuard } from './guarding.ts';
import { later, loadLater, loadScript } from './later.ts';
import { addStyle, root } from './notice/host.ts';
import { locale, prepareNotice, setLanguage, sync } from './notice/notice.ts';
import { nonce, rules } from './site.ts';
import { prepareTrusted, trusted } from './trusted.ts';
import { attempt, warn } from './warn.ts';

/** Twenty random hexadecimal digits: none can be taken for another when read out. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => (byte % 16).toString(16)).join('');

const getLocale = () => locale;

const load = (): Promise<Later> => {
  // In the order that packs smallest.
  const session: Session = {
    ...{ allows, nonce, root, ran, hasGpc, decide, setLanguage, consents, isProtected, addStyle },
    state: () => state,
    ...{ warn, loadScript },
    locale: getLocale,
    ...{ refresh, trusted, rules },
    guard: setup,
  };
  return loadLater(session);
};

/** Whether everything that was started may still run. */
const settled = (): boolean => [...ran].every(allows);

/**
 * Stops and erases what may not run, starts what may. Where the file for it does not load, nothing starts, and only a
 * new page ends what runs.
 */
async function apply(): Promise<string[]> {
  try {
    return rules.later ? (await load()).apply() : [];
  } catch (cause) {
    warn(cause);
    if (!settled()) location.reload();
    return [];
  }
}

async function changed(previous: ConsentState): Promise<void> {
  const running = apply();
  sync();
  // Nobody waits for a file when nothing that runs has to end.
  emitEvent('decided', { state, previous, running: settled() ? [] : await running });
}

function start(queue: unknown): void {
  try {
    prepareTrusted();
    prepareNotice(load);
  } finally {
    // Our own elements pass no hook this way: 1.5 to 2.5 ms less on a first page. Also where they cannot be drawn, nothing else has run.
    startGuard();
  }
  begin({ now: Date.now, newId, locale: getLocale, changed });
  window.kelisim = api;
  sync();
  emitEvent('ready', { state });
  respectGpc();
  if (Array.isArray(queue)) api.push(...(queue as QueuedCall[]));
  // What is granted starts now, and what the browser says is told. Else after the page's own first work: erases what trackers that may not run have left
  // here before, and has the means of withdrawal at hand before anybody asks for it.
  if (hasGpc() || rules.asked.trackers.some(allows)) apply();
  else setTimeout(() => later || apply(), 1e3);
  // Another tab may have decided, and a page from the back/forward cache becomes visible too.
  addEventListener('visibilitychange', refresh);
}

attempt(() => {
  if (window.kelisim?.state) warn('two tags: remove one');
  else start(window.kelisim);
});
