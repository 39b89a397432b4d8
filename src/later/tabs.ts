import type { Session } from '../contract.ts';

const NAME = 'kelisim.decided';

/**
 * Has the record read again as soon as another page of the site may have changed it: `BroadcastChannel` brings word
 * from other tabs and frames, the cookie store also from other hosts that share the cookie. Where a browser has neither,
 * a page reads it when it becomes visible. Returns what tells the others, and whether what holds now came from them.
 */
export function followOthers({ state, refresh }: Session): { tell(): void; isTheirs(): boolean } {
  let channel: BroadcastChannel | undefined;
  let theirs: string | undefined;
  const now = () => JSON.stringify(state());
  const follow = () => {
    const before = now();
    refresh();
    if (now() !== before) theirs = now();
  };
  const open = () => {
    try {
      channel = new BroadcastChannel(NAME);
      channel.onmessage = follow;
    } catch {
      // Safari before 15.4
    }
    follow();
  };
  // An open channel can keep a page out of the back/forward cache. A page that comes back is visible before it is shown,
  // so what was decided meanwhile may be told before there is a channel again.
  addEventListener('pagehide', () => {
    channel?.close();
    channel = undefined;
  });
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  (window as { cookieStore?: EventTarget }).cookieStore?.addEventListener('change', follow);
  open();
  return { tell: () => channel?.postMessage(0), isTheirs: () => now() === theirs };
}
