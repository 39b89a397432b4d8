/* Runs in the page before its first script, with `place` set: `bench.seen` has what `Seen` in visit.ts tells. */

/** The middle of the accept button, or undefined while it is not on the screen or less than half opaque. */
function findAccept({ accept, host }) {
  const root = host ? document.querySelector(host)?.shadowRoot : document;
  const button = root?.querySelector(accept);
  if (!button?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  if (top < 0 || left < 0 || bottom > innerHeight || right > innerWidth || bottom === top) return;
  let opacity = 1;
  for (let at = button; at; at = at.parentElement ?? at.getRootNode().host)
    opacity *= getComputedStyle(at).opacity;
  return opacity < 0.5 ? undefined : { x: (left + right) / 2, y: (top + bottom) / 2 };
}

/** A message that is sent in a frame comes when that frame is done. */
function afterFrame(then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  });
}

function watch(type, note) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry);
  }).observe({ type, buffered: true });
}

const seen = { blocking: 0, shift: 0 };
window.bench = { seen, findAccept: () => findAccept(place) };
const look = () => {
  if (document.querySelector('h1')?.offsetHeight) seen.heading ??= performance.now();
  if (findAccept(place)) seen.notice ??= performance.now();
  if (!seen.heading || !seen.notice) afterFrame(look);
};
afterFrame(look);
watch('longtask', ({ duration }) => {
  seen.blocking += Math.max(0, duration - 50);
});
watch('layout-shift', ({ value, hadRecentInput }) => {
  if (!hadRecentInput) seen.shift += value;
});
const press = ({ timeStamp }) => {
  seen.pressed = timeStamp;
  afterFrame(() => {
    seen.answered = performance.now();
  });
};
addEventListener('click', press, { capture: true, once: true });
