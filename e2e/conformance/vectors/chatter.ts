import { type Ending, type Family, scripts, type Vector } from '../vector.ts';

/**
 * In milliseconds. A dozen of them share the six connections of a host: on a slow machine what is asked for more often than
 * it can be answered piles up, and some are not heard again at all.
 */
export const EVERY = 800;

/**
 * Something done again and again, each time with an address of its own. That begins with the page's `stage`, so that what
 * was asked for early and comes late is not taken for what was asked for late.
 */
const again = (as: Ending, rows: Record<string, readonly [words: string, body: string]>) =>
  scripts(
    as,
    Object.fromEntries(
      Object.entries(rows).map(([name, [words, body]]) => [
        name,
        [words, `let n = 0; setInterval(() => { const next = url + '?' + stage + n++; ${body} }, ${EVERY})`],
      ]),
    ),
  );

/** Those whose addresses tell when they were asked for. */
export const timers: Record<string, Vector> = {
  ...again('txt', {
    fetch: ['timer with `fetch`', 'fetch(next)'],
    xhr: ['`XMLHttpRequest`', "const x = new XMLHttpRequest(); x.open('GET', next); x.send()"],
    beacon: ['`sendBeacon`', "navigator.sendBeacon(next, 'x')"],
    realm: [
      "a new blank iframe's `fetch`",
      'const f = hiddenFrame(); f.contentWindow.fetch(next, { keepalive: true }); setTimeout(() => f.remove(), 1000)',
    ],
  }),
  ...again('gif', {
    image: ['image', 'new Image().src = next'],
    style: ['CSS background', 'box.style.backgroundImage = `url("${next}")`'],
  }),
  ...again('js', {
    script: ['script', "add(document.createElement('script'), document.head).src = next"],
    import: ['`import()`', 'import(next)'],
  }),
};
if (timers.style) timers.style.run = `const box = div(); ${timers.style.run}`;

const lasting = scripts('txt', {
  kept: [
    '`fetch` kept from a blank iframe',
    `const { fetch } = hiddenFrame().contentWindow; setInterval(() => fetch(url), ${EVERY})`,
  ],
  socket: [
    'open `WebSocket`',
    `const open = () => {
      const s = new WebSocket(url.replace('http', 'ws'));
      const timer = setInterval(() => s.readyState === 1 && s.send('x'), ${EVERY});
      s.onclose = () => { clearInterval(timer); setTimeout(open, ${EVERY}); };
    };
    open()`,
  ],
  worker: ['blob worker', `new Worker(blob(\`setInterval(() => fetch('\${url}'), ${EVERY})\`))`],
});

/** What goes on after it was started, as trackers do. It is tried while granted, and then everything is withdrawn. */
export const chatter: Family = {
  name: 'chatter',
  title: 'Going on after withdrawal',
  kind: 'script',
  vectors: {
    ...timers,
    ...lasting,
    ...scripts('events', { source: ['open `EventSource`', 'new EventSource(url)'] }),
    ...scripts('chatter', {
      frame: [
        'page in a frame',
        "const f = document.createElement('iframe'); f.src = url; document.body.append(f)",
      ],
    }),
  },
};

/** What is sent when the page is left. */
export const leaving: Family = {
  name: 'leaving',
  title: chatter.title,
  kind: 'script',
  vectors: scripts('txt', {
    pagehide: [
      'beacon when the page is left',
      "addEventListener('pagehide', () => navigator.sendBeacon(url, 'x'))",
    ],
  }),
};
