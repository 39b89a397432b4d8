import { type Family, scripts } from '../vector.ts';

const FRESH = 'const w = hiddenFrame().contentWindow;';

const calls = scripts('txt', {
  'realm-fetch': ["blank iframe's `fetch`", `${FRESH} w.fetch(url)`],
  'realm-document': ['through `contentDocument`', 'hiddenFrame().contentDocument.defaultView.fetch(url)'],
  'realm-xhr': [
    'its `XMLHttpRequest`',
    `${FRESH} const x = new w.XMLHttpRequest(); x.open('GET', url); x.send()`,
  ],
  'realm-beacon': ['its `sendBeacon`', `${FRESH} w.navigator.sendBeacon(url, 'x')`],
  'realm-socket': ['its `WebSocket`', `${FRESH} new w.WebSocket(url.replace('http', 'ws'))`],
  'realm-eval': ['its `eval`', `${FRESH} w.eval(\`fetch('\${url}')\`)`],
  'realm-worker': ['its `Worker`', `${FRESH} new w.Worker(blob(\`fetch('\${url}')\`))`],
  'realm-loaded': [
    'after its load',
    "const f = document.createElement('iframe'); f.onload = () => f.contentWindow.fetch(url); document.body.append(f)",
  ],
  'realm-nested': [
    'iframe in an iframe',
    `${FRESH} const f = w.document.createElement('iframe'); w.document.body.append(f); f.contentWindow.fetch(url)`,
  ],
  'realm-number': ['`window[n]`', 'const n = window.length; hiddenFrame(); window[n].fetch(url)'],
  'realm-name': ['`window.name_of_frame`', 'window[hidden()].fetch(url)'],
  'realm-html': [
    '`innerHTML` and `frames[n]`',
    "const n = window.length; div().innerHTML = '<iframe></iframe>'; frames[n].fetch(url)",
  ],
  'realm-object': [
    '`object` without data',
    "const o = document.createElement('object'); o.type = 'text/html'; o.data = 'about:blank'; o.onload = () => o.contentWindow.fetch(url); document.body.append(o)",
  ],
  'realm-blob': [
    '`blob:` iframe',
    "const f = document.createElement('iframe'); f.src = blob(`<script>fetch('${url}')</script>`, 'text/html'); document.body.append(f)",
  ],
  'realm-javascript': [
    '`javascript:` iframe',
    "const f = document.createElement('iframe'); f.src = `javascript:void fetch('${url}')`; document.body.append(f)",
  ],
  'realm-window': ["`window.open('')`", "const w = window.open(''); opened.push(w); w.fetch(url)"],
  'realm-window-opener': [
    'opened window, own code',
    "const w = window.open(''); opened.push(w); w.document.write(`<script>fetch('${url}')</script>`)",
  ],
});

const images = scripts('gif', {
  'realm-image': ['its `Image`', `${FRESH} new w.Image().src = url`],
  'realm-setter': [
    'its setter on our image',
    `${FRESH} Object.getOwnPropertyDescriptor(w.HTMLImageElement.prototype, 'src').set.call(new Image(), url)`,
  ],
});

const code = scripts('js', {
  'realm-script': [
    'script inside it',
    `${FRESH} const s = w.document.createElement('script'); s.src = url; w.document.head.append(s)`,
  ],
  'realm-moved': [
    'script moved out of it',
    `${FRESH} const s = w.document.createElement('script'); s.src = url; document.head.append(s)`,
  ],
  'realm-write': [
    '`document.write` into it',
    `${FRESH} w.document.write(\`<script src="\${url}"></script>\`); w.document.close()`,
  ],
});

/** Windows with natives of their own. */
export const realms: Family = {
  name: 'realms',
  title: 'Fresh windows',
  kind: 'script',
  vectors: { ...calls, ...images, ...code },
};
