import type { IncomingMessage } from 'node:http';
import { type PageReply, startDemo } from '../demo/serve.ts';
import { test, UNGUARDED } from './support/neighbour.ts';
import { AKSHAMAT, expect } from './support/test.ts';

test('requests of the site itself are answered as ever', async ({ same, site }) => {
  site.add('/big', 'x'.repeat(200_000), { type: 'text/plain' });
  const seen = await same(async () => {
    const control = new AbortController();
    const aborted = fetch('/big', { signal: control.signal }).catch((error: Error) => error.name);
    control.abort();
    const late = await fetch('/tiny.json', { signal: AbortSignal.abort(new RangeError('own')) }).catch(
      String,
    );
    const request = new Request('/tiny.json', { headers: { 'x-own': '1' }, cache: 'no-store' });
    const response = await fetch(request);
    let size = 0;
    const reader = (await fetch('/big')).body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      size += part.value.length;
    const used = new Request('/none', { method: 'PUT', body: 'x' });
    const put = await fetch(used);
    const promise = fetch(new URL('/tiny.json', location.href));
    return {
      ...{ aborted: await aborted, late, size, put: [put.status, used.bodyUsed] },
      response: [
        response.status,
        response.url.slice(location.origin.length),
        response.type,
        response.redirected,
      ],
      kinds: [promise instanceof Promise, response instanceof Response, Object.keys(promise)],
      body: await (await promise).json(),
      beacon: [navigator.sendBeacon('/none', new Blob(['x'])), navigator.sendBeacon('/none')],
    };
  });
  expect(seen.size).toBe(200_000);
  expect(seen.aborted).toBe('AbortError');
});

test('an XMLHttpRequest to the site itself goes through the same states', async ({ same }) => {
  const seen = await same(async () => {
    const run = (prepare: (request: XMLHttpRequest) => void) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        const states: unknown[] = [];
        for (const name of ['readystatechange', 'loadstart', 'load', 'error', 'abort', 'timeout', 'loadend'])
          request.addEventListener(name, () => states.push(`${name} ${request.readyState}`));
        request.addEventListener('loadend', () => {
          const url = request.responseURL.slice(location.origin.length);
          resolve([states, request.status, url, request.getResponseHeader('content-type')]);
        });
        prepare(request);
      });
    return [
      await run((request) => {
        request.open('GET', '/tiny.json');
        request.responseType = 'json';
        request.setRequestHeader('x-own', '1');
        request.send();
      }),
      await run((request) => {
        request.open('POST', '/none');
        request.send(new FormData());
      }),
      await run((request) => {
        request.open('GET', '/tiny.json');
        request.open('GET', '/none');
        request.send();
        request.abort();
      }),
      await run((request) => {
        request.open('GET', '/tiny.json', false);
        request.send();
      }),
    ];
  });
  expect(JSON.stringify(seen)).toContain('load 4');
});

/** Everything on a page that asks the site itself for something, each for another path. */
const PAGE = `
  <link rel="stylesheet" href="/a/sheet.css"><link rel="preload" as="fetch" crossorigin href="/a/preload">
  <img src="/a/img?1" srcset="/a/srcset 2x" alt=""><input type="image" src="/a/input" alt="">
  <picture><source srcset="/a/source"><img src="/a/picture" alt=""></picture>
  <svg><image href="/a/svg"/></svg><video poster="/a/poster" src="/a/video"></video>
  <object data="/a/object"></object><embed src="/a/embed"><iframe src="/a/frame"></iframe>
  <script src="/a/script.js"></script><script type="module" src="/a/module.js"></script>
  <iframe name="target"></iframe><form action="/a/form" method="post" target="target"><input name="a" value="1"></form>
  <a id="ping" href="#x" ping="/a/ping">x</a><p style="background: url(/a/css)">x</p>
  <script>
    new Image().src = '/a/new-image';
    const one = document.createElement('script'); one.src = '/a/made.js'; document.head.append(one);
    document.body.insertAdjacentHTML('beforeend', '<img src="/a/text" alt="">');
    document.write('<img src="/a/written" alt="">');
    fetch('/a/fetch', { method: 'POST', headers: { 'x-own': '1', 'content-type': 'text/x-own' }, body: 'body' });
    fetch(new Request('/a/request', { method: 'PUT', body: 'put', credentials: 'omit', referrer: '/p?own' }));
    fetch('/a/keepalive', { method: 'POST', body: 'k', keepalive: true, priority: 'low' });
    const xhr = new XMLHttpRequest(); xhr.open('POST', '/a/xhr'); xhr.setRequestHeader('x-own', '2'); xhr.send('sent');
    navigator.sendBeacon('/a/beacon', new Blob(['b'], { type: 'text/plain' }));
    new EventSource('/a/events');
    import('/a/import.js').catch(() => {});
    new Worker('/a/worker.js');
    new Worker(URL.createObjectURL(new Blob(["fetch('" + location.origin + "/a/from-blob', { method: 'POST', body: 'w' })"])));
    document.querySelector('form').submit();
    document.querySelector('#ping').click();
  </script>`;

/** How many of them the browser asks for on a screen of ordinary density. */
const COUNT = 29;

/** Headers that tell what asked, how, and with what. */
const TELLING = [
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'origin',
  'referer',
  'content-type',
  'x-own',
  'cookie',
  'priority',
];

test('the site hears the same requests, each with the same headers and body', async ({ browser }) => {
  const heard = async (files: string): Promise<string[]> => {
    const log: { request: IncomingMessage; body: string }[] = [];
    const html: PageReply = {
      body: `<!doctype html><script src="/kelisim/kelisim.js"></script><body>${PAGE}`,
    };
    const demo = await startDemo({
      ...{ files, sitePort: 0, trackerPort: 0 },
      pages(path, request) {
        if (path === '/p') return html;
        if (!path.startsWith('/a/')) return;
        const entry = { request, body: '' };
        log.push(entry);
        request.on('data', (data) => {
          entry.body += data;
        });
        return {
          body: '',
          type: path.endsWith('.js') ? 'text/javascript' : 'text/plain',
          headers: { 'cache-control': 'max-age=60' },
        };
      },
    });
    const page = await browser.newPage();
    await page.goto(`${demo.siteUrl}/p`);
    await expect.poll(() => log.length).toBeGreaterThanOrEqual(COUNT);
    await page.close();
    await demo.close();
    // Firefox gives a picture its priority by whether layout has found it on the screen yet.
    const told = ({ headers }: IncomingMessage) =>
      TELLING.map((name) =>
        name === 'priority' && headers['sec-fetch-dest'] === 'image' ? '-' : (headers[name] ?? '-'),
      );
    const line = ({ request, body }: (typeof log)[number]) =>
      [request.method, request.url, ...told(request), body].join(' ');
    return log.map((entry) => line(entry).replaceAll(demo.siteUrl, 'SITE')).sort();
  };
  const native = await heard(UNGUARDED);
  expect(native.length).toBe(COUNT);
  expect(await heard(AKSHAMAT)).toEqual(native);
});
