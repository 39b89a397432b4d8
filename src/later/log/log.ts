import type { LaterSite, LogPost, Session } from '../../contract.ts';
import { keyOf, put, readWaiting, take } from './outbox.ts';
import { send } from './send.ts';

/** The first wait after a failure, and the longest; each one is twice as long as the one before. In ms. */
const FIRST_WAIT = 2e3;
const LONGEST_WAIT = 3e5;

/** One tab at a time, where the browser can see to it; else the log itself keeps each post once. */
const alone = (run: () => Promise<void>): Promise<void> =>
  navigator.locks?.request('kelisim.outbox', run) ?? run();

/**
 * The sender of decisions to the consent log: call it after each decision and at the start of a page, when it finds a
 * decision that no page has sent. Returns at once; never throws. Does nothing where the site keeps no log. What another
 * page has decided (`isTheirs`) this one cannot send where nothing can be stored.
 */
export function createLog({ state, warn }: Session, { log }: LaterSite): (isTheirs?: boolean) => void {
  if (!log) return () => {};
  /** Decisions of this page that are not through: storage may be full, or written over by another tab. */
  const mine = new Map<string, LogPost>();
  let wait = FIRST_WAIT;
  let timer = 0;
  let running = false;

  const next = (): LogPost | undefined => readWaiting()[0] ?? mine.values().next().value;

  async function sendAll(): Promise<void> {
    for (let post = next(); post; post = next()) {
      const outcome = await send(log?.url as string, post);
      if (outcome === 'later') {
        timer = window.setTimeout(flush, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
        return;
      }
      if (outcome === 'refused') warn('the consent log refuses a record: check log.url');
      mine.delete(keyOf(post));
      take(post);
      wait = FIRST_WAIT;
    }
  }

  function flush(): void {
    clearTimeout(timer);
    if (running || !next()) return;
    running = true;
    alone(sendAll)
      .catch(warn)
      .finally(() => {
        running = false;
      });
  }

  addEventListener('online', flush);
  return (isTheirs) => {
    const now = state();
    if (now.phase === 'decided') {
      const post = { record: now.record, told: log.told, origin: location.origin };
      const outcome = put(post);
      // Where nothing can be stored nobody knows what earlier pages have sent: only what was decided here goes out.
      // Safari before 15 cannot say when the page began: there it goes out from each page, and the log keeps one.
      const isOurs =
        outcome === 'new' ||
        (outcome === 'lost' && !isTheirs && !(Date.parse(now.record.at) <= performance.timeOrigin));
      if (isOurs) mine.set(keyOf(post), post);
    }
    flush();
  };
}
