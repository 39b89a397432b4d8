const NAME = 'kelisim.decided';

/**
 * Has the record read again as soon as another page of the site may have changed it: `BroadcastChannel` brings word
 * from other tabs and frames, the cookie store also from other hosts that share the cookie. Where a browser has neither,
 * a page reads it when it becomes visible. Returns what tells the others.
 */
export function followOthers(refresh: () => void): () => void {
  let channel: BroadcastChannel | undefined;
  const open = () => {
    try {
      channel = new BroadcastChannel(NAME);
      channel.onmessage = refresh;
    } catch {
      // Safari before 15.4
    }
    refresh();
  };
  // An open channel can keep a page out of the back/forward cache.
  addEventListener('pagehide', () => channel?.close());
  addEventListener('pageshow', ({ persisted }) => persisted && open());
  (window as { cookieStore?: EventTarget }).cookieStore?.addEventListener('change', refresh);
  open();
  return () => channel?.postMessage(0);
}
