import { bundle } from './support/bundle.ts';
import { test } from './support/neighbour.ts';
import { expect, type Page } from './support/test.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';

type Run = () => Promise<unknown>;
const run = () => (window as unknown as { run: Run }).run();

const script = { type: 'text/javascript' };
/** A library as a script. The words that a page of a test has replaced may stand in it, too. */
const library = async (name: string) =>
  (await bundle(`e2e/fixtures/${name}.js`)).replace(/TAG|TRACKER/g, (word) => word.replace('A', '\\u0041'));

const BODY = '<script src="/library.js"></script>';

/** Errors of the page itself and of its console, while it is looked at. */
const listen = (found: string[]) => (page: Page) => {
  page.on('pageerror', ({ message }) => found.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(message.text());
  });
};

/** What a library did on the page without the guard: a sign that the fixture works at all. */
const DID: [name: string, did: RegExp][] = [
  ['preact', /hydrate.*true,\["render","hydrate"\]/],
  ['react', /render 1.*hydrate 1.*true,\[\]/],
  ['jquery', /class=\\"a b\\".*"ran","script ran".*\[404/],
  ['zone', /"fetch":"own","body":"own true".*"xhr":"own"/],
  ['sentry', /"TypeError".*"own".*"fetch","\/tiny.json",200.*"xhr","\/tiny.json",200.*"navigation"/],
];

for (const [name, did] of DID)
  test(`${name} works on top of the guard as without it`, async ({ same, site }) => {
    const errors: string[] = [];
    site.add('/library.js', await library(name), script);
    site.add('/own.js', 'window.own = "script ran"', script);
    site.add('/tiny.svg', SVG, { type: 'image/svg+xml' });
    site.add('/part.html', '<b>Бөлік</b>');
    const look = { html: BODY, before: listen(errors) };
    expect(JSON.stringify(await same(run, look))).toMatch(did);
    const expected = { jquery: /404/, sentry: /405/ }[name];
    expect(errors.filter((text) => !expected?.test(text))).toEqual([]);
  });

for (const name of ['zone', 'sentry'])
  test(`a tracker is held behind what ${name} puts over the browser`, async ({ page, site }) => {
    site.add('/library.js', await library(name), script);
    site.add('/tiny.json', '{"tiny":true}', { type: 'application/json' });
    site.add('/tiny.svg', SVG, { type: 'image/svg+xml' });
    site.add(
      '/p',
      `<!doctype html><html lang="kk"><head>TAG<title>Бет</title></head><body>${BODY}</body></html>`,
    );
    await page.goto(`${site.siteUrl}/p`);
    await page.evaluate(run);
    await page.evaluate(async (tracker) => {
      await fetch(`${tracker}/sanaq/ping`, { method: 'POST', body: 'x', mode: 'no-cors' }).catch(() => {});
      await new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.open('GET', `${tracker}/izdeu/ping`);
        request.onloadend = resolve;
        request.send();
      });
    }, site.trackerUrl);
    expect(site.heard()).toEqual([]);
  });

test('an error report arrives at the site with its message', { tag: '@needs-bodies' }, async ({
  page,
  site,
}) => {
  site.add('/library.js', await library('sentry'), script);
  site.add('/tiny.json', '{"tiny":true}', { type: 'application/json' });
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><head>TAG<title>Бет</title></head><body>${BODY}</body></html>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  const [report] = await Promise.all([
    page.waitForRequest((request) => /"type":"event"/.test(request.postData() ?? '')),
    page.evaluate(run),
  ]);
  expect(new URL(report.url()).pathname).toBe('/tunnel');
  expect(report.postData()).toContain('"value":"own"');
});
