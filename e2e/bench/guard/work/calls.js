const each = async (count, run) => {
  const from = performance.now();
  for (let turn = 0; turn < count; turn += 1) await run(turn);
  return performance.now() - from;
};

const plain = (count, run) => {
  const from = performance.now();
  for (let turn = 0; turn < count; turn += 1) run(turn);
  return performance.now() - from;
};

const get = async () => (await fetch('/tiny.json')).json();

const xhr = () =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', '/tiny.json');
    request.onload = resolve;
    request.send();
  });

/** Requests and storage of the site's own. */
window.work = async () => ({
  'fetch: 300, one after another': await each(300, get),
  'fetch: 300 at once': await each(1, () => Promise.all(Array.from({ length: 300 }, get))),
  'fetch: the calls alone, 300': await each(1, async () => {
    const all = Array.from({ length: 300 }, () => fetch('data:,x'));
    await Promise.all(all);
  }),
  'XMLHttpRequest: 100, one after another': await each(100, xhr),
  'sendBeacon: 50': plain(50, () => navigator.sendBeacon('/beacon', 'x')),
  'localStorage: setItem, getItem 2,000': plain(2_000, (turn) => {
    localStorage.setItem(`cart_${turn % 20}`, String(turn));
    localStorage.getItem(`cart_${turn % 20}`);
  }),
  'document.cookie: write, read 200': plain(200, (turn) => {
    // biome-ignore lint/suspicious/noDocumentCookie: this is what is measured
    document.cookie = `cart=${turn}; path=/`;
    return document.cookie;
  }),
});
