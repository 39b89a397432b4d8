import { test } from './support/neighbour.ts';
import { expect } from './support/test.ts';

const script = { type: 'text/javascript' };

test('a frame with a text of the site reads back, runs and answers as ever', async ({ same }) => {
  const seen = await same(async () => {
    const frame = document.createElement('iframe');
    const text =
      '<!doctype html><p id="own">Мәтін</p><script>parent.postMessage({ from: "text", href: location.href }, "*")</script>';
    frame.srcdoc = text;
    const written = [frame.srcdoc === text, frame.getAttribute('srcdoc') === text, frame.outerHTML];
    const heard = new Promise<MessageEvent>((resolve) => {
      addEventListener('message', resolve, { once: true });
    });
    document.body.append(frame);
    const early = [frame.contentWindow === window[0], frame.contentDocument?.URL];
    const { data, source, origin } = await heard;
    const inside = frame.contentWindow as Window & typeof globalThis;
    return {
      ...{ written, early, data, origin: origin === location.origin, source: source === inside },
      identity: [
        frame.contentWindow === inside,
        inside === window[0],
        frame.contentDocument?.defaultView === inside,
        inside.parent === window,
        inside.frameElement === frame,
        frame.contentDocument === inside.document,
      ],
      other: [inside.fetch === window.fetch, inside.Array === Array, `${inside.fetch}`],
      text: inside.document.querySelector('#own')?.textContent,
      errors: await inside
        .fetch('http://[')
        .catch((error) => [error instanceof inside.TypeError, error.message]),
    };
  });
  expect(seen.written.slice(0, 2)).toEqual([true, true]);
  expect(seen.identity).toEqual(Array(6).fill(true));
});

test('empty, own, sandboxed and text frames are what they were', async ({ same, site }) => {
  site.add(
    '/frame',
    '<!doctype html><title>f</title><script>document.documentElement.dataset.ran = location.pathname; parent.postMessage(String(origin), "*")</script><p>Бет</p>',
  );
  const seen = await same(async () => {
    const open = async (attributes: Record<string, string>) => {
      const frame = document.createElement('iframe');
      for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
      const loaded = new Promise((resolve) => {
        frame.onload = resolve;
      });
      const messages: unknown[] = [];
      const listen = ({ data, source }: MessageEvent) =>
        messages.push([data, source === frame.contentWindow]);
      addEventListener('message', listen);
      // A frame of another origin lives in another process: its message may come after its end of loading.
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      document.body.append(frame);
      await loaded;
      if (attributes.src === '/frame' && attributes.sandbox !== '') await heard;
      removeEventListener('message', listen);
      const page = frame.contentDocument;
      const fromHere = [page?.URL, page?.documentElement.dataset.ran, page?.body.textContent];
      return [fromHere, messages, frame.outerHTML, Object.keys(frame)];
    };
    return [
      await open({}),
      await open({ src: '/frame' }),
      await open({ src: '/frame', sandbox: '' }),
      await open({ src: '/frame', sandbox: 'allow-scripts' }),
      await open({ src: '/frame', sandbox: 'allow-scripts allow-same-origin' }),
      await open({ srcdoc: '<p>Мәтін</p>', sandbox: '' }),
      await open({ src: 'about:blank' }),
      await open({ src: `data:text/html,<p>x</p>` }),
      await open({ src: URL.createObjectURL(new Blob(['<p>blob</p>'], { type: 'text/html' })) }).then(
        ([inside]) => (inside as string[])[2],
      ),
    ];
  });
  expect(JSON.stringify(seen[1])).toContain('"/frame"');
});

test('workers made of a text ask the site, import its scripts and answer', async ({ same, site }) => {
  site.add('/part.js', 'self.part = "imported"', script);
  site.add('/module.mjs', 'export const part = "imported as a module"', script);
  const seen = await same(async () => {
    const answer = (text: string, options?: WorkerOptions) =>
      new Promise((resolve) => {
        const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
        const worker = new Worker(address, options);
        URL.revokeObjectURL(address);
        worker.onmessage = ({ data, target }) => {
          resolve([data, target === worker]);
          worker.terminate();
        };
        worker.onerror = ({ message, lineno }) => resolve(['failed', message, lineno]);
      });
    const { origin } = location;
    const own = `const base = '${origin}';`;
    return [
      await answer(`${own} fetch(base + '/tiny.json').then((r) => r.json()).then(postMessage)`),
      await answer(`${own} importScripts(base + '/part.js'); postMessage([part, name])`, { name: 'own' }),
      await answer(`import { part } from '${origin}/module.mjs'; postMessage(part)`, { type: 'module' }),
      await answer(
        `'use strict'; postMessage([typeof window, this === self, \`\${fetch}\`, location.protocol])`,
      ),
      await answer(`postMessage((function () { return this === undefined })())`),
      await answer(`\nthrow new Error('own');`),
      await answer(
        `const local = 1; var fetched = typeof local; postMessage([fetched, self.fetched, 'local' in self])`,
      ),
      await answer(`const scope = 1, setup = 2; postMessage([scope, setup])`),
    ];
  });
  expect(seen[0]).toEqual([{ tiny: true }, true]);
  expect(seen[2]).toEqual(['imported as a module', true]);
});

test('workers of the site keep their address and what they import beside it', async ({ same, site }) => {
  site.add(
    '/w/worker.js',
    'importScripts("part.js"); const told = [self.part, location.href.slice(origin.length), name]; self.postMessage?.(told); onconnect = ({ ports }) => ports[0].postMessage(told)',
    script,
  );
  site.add('/w/part.js', 'self.part = "beside"', script);
  site.add(
    '/w/module.mjs',
    'import { part } from "./part.mjs"; postMessage([part, import.meta.url.slice(origin.length)])',
    script,
  );
  site.add('/w/part.mjs', 'export const part = "module beside"', script);
  const seen = await same(async () => {
    const told = (worker: Worker) =>
      new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => resolve(message);
      });
    const shared = new SharedWorker('/w/worker.js', 'shared');
    return [
      await told(new Worker('w/worker.js', { name: 'own' })),
      await told(new Worker(new URL('/w/worker.js', location.href))),
      await told(new Worker('/w/module.mjs', { type: 'module' })),
      await new Promise((resolve) => {
        shared.port.onmessage = ({ data }) => resolve(data);
      }),
      await told(new Worker('/none.js')),
    ];
  });
  expect(seen.slice(0, 3)).toEqual([
    ['beside', '/w/worker.js', 'own'],
    ['beside', '/w/worker.js', ''],
    ['module beside', '/w/module.mjs'],
  ]);
});
