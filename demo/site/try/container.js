/**
 * Stand-in for the container of a tag manager: brings a chat and a video along without asking anybody, and one pixel by
 * a trigger on the event `kelisim`.
 */
(() => {
  const root = document.querySelector('[data-container]');
  const text = JSON.parse(root.dataset.text);
  const home = root.dataset.container;
  const events = root.querySelector('[data-events]');
  let sent = false;

  function bring() {
    window.komekSettings = { language: document.documentElement.lang };
    document.head.append(Object.assign(document.createElement('script'), { src: `${home}/komek.js` }));
    const frame = document.createElement('iframe');
    frame.title = text.video;
    frame.src = `${home}/korme/video.html`;
    root.querySelector('[data-frame]').append(frame);
  }

  function showRows() {
    const isHeld = (id) => window.kelisim.held().some(({ tracker, held }) => held && tracker === id);
    const say = (id, words) => {
      root.querySelector(`[data-row="${id}"]`).textContent = words;
    };
    for (const id of ['komek', 'korme'])
      say(id, window.kelisim.allows(id) ? text.running : isHeld(id) ? text.held : '');
    say('baspa', sent ? text.running : text.waits);
  }

  /** The trigger: the custom event `kelisim` with this tracker in its list, its purpose and technology granted, too. */
  function fire({ event, kelisim: { trackers = [] } = {} }) {
    if (event !== 'kelisim' || !trackers.includes('baspa') || !window.kelisim.allows('baspa')) return;
    new Image().src = `${home}/baspa/px.gif?from=container`;
    sent = true;
  }

  function take(entry) {
    fire(entry);
    const item = document.createElement('li');
    item.textContent = JSON.stringify(entry, undefined, 1);
    events.append(item);
  }

  window.dataLayer = window.dataLayer || [];
  window.dataLayer.forEach(take);
  const { push } = window.dataLayer;
  window.dataLayer.push = (...entries) => {
    entries.forEach(take);
    showRows();
    return push.apply(window.dataLayer, entries);
  };
  bring();
  document.addEventListener('kelisim:held', showRows);
  document.addEventListener('kelisim:decided', showRows);
  showRows();
})();
