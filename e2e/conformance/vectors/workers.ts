import { type Family, scripts } from '../vector.ts';

/** Firefox ends a worker that nobody holds any more. */
const kept = (made: string) => `(self.kept ??= []).push(${made})`;

const worker = (body: string, options = '') => kept(`new Worker(blob(\`${body}\`)${options})`);
const MODULE = ", { type: 'module' }";

/** Workers, with what they send themselves. */
export const workers: Family = {
  name: 'workers',
  title: 'Workers',
  kind: 'script',
  vectors: scripts('txt', {
    'worker-fetch': ['blob worker: `fetch`', worker("fetch('${url}')")],
    'worker-xhr': [
      '`XMLHttpRequest`',
      worker("const x = new XMLHttpRequest(); x.open('GET', '${url}'); x.send()"),
    ],
    'worker-socket': ['`WebSocket`', worker("new WebSocket('${url.replace('http', 'ws')}')")],
    'worker-source': ['`EventSource`', worker("new EventSource('${url}')")],
    'worker-import': ['`importScripts`', worker("importScripts('${url.replace('.txt', '.js')}')")],
    'worker-message': [
      '`fetch` told by a message',
      "const w = new Worker(blob('onmessage = ({ data }) => fetch(data)')); w.postMessage(url)",
    ],
    'worker-nested': [
      'worker inside a worker',
      `const inner = blob(\`fetch('\${url}')\`); ${kept(`new Worker(blob(\`${kept("new Worker('${inner}')")}\`))`)}`,
    ],
    'worker-module': [
      '`import` in a module worker',
      worker("import '${url.replace('.txt', '.js')}'", MODULE),
    ],
    'worker-module-fetch': ['`fetch` in a module worker', worker("fetch('${url}')", MODULE)],
    'worker-file': [
      "file of the site's own: `importScripts`",
      "new Worker('/import.js?' + encodeURIComponent(url.replace('.txt', '.js')))",
    ],
    'worker-data': [
      '`data:` worker',
      "new Worker(`data:text/javascript,${encodeURIComponent(`fetch('${url}')`)}`)",
    ],
    'worker-shared': ['`SharedWorker`', "new SharedWorker(blob(`fetch('${url}')`))"],
  }),
};
