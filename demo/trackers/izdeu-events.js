/** Stand-in for the second half of an advertising tag: sends what izdeu-base.js has queued. */
(() => {
  if (!window.izdeu) throw new Error('izdeu-base.js must run first');
  const home = new URL(document.currentScript.src).origin;
  const ninetyDays = 90 * 24 * 60 * 60;

  function writeStores() {
    const known = /(?:^|; )_iz_uid=([^;]+)/.exec(document.cookie);
    const id = known ? known[1] : Math.random().toString(36).slice(2, 12);
    // biome-ignore lint/suspicious/noDocumentCookie: real tags write it this way
    document.cookie = `_iz_uid=${id}; Path=/; Max-Age=${ninetyDays}; SameSite=Lax`;
    localStorage.setItem('_iz_last', String(Date.now()));
  }

  function sendQueue() {
    for (const [event] of window.izdeu.queue.splice(0)) {
      new Image().src = `${home}/izdeu/px.gif?e=${encodeURIComponent(event)}`;
    }
  }

  /** The vendor documents this switch: while it is on, nothing is sent or written. */
  function act(send) {
    if (window.izdeuDisabled) return;
    writeStores();
    send();
  }

  act(sendQueue);
  setInterval(() => {
    act(() => {
      sendQueue();
      fetch(`${home}/izdeu/c`, { method: 'POST', body: 'alive' }).catch(() => {});
    });
  }, 2000);
})();
