import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startDemo } from '../demo/serve.ts';
import { cspByNginx, printedPolicies } from './support/nginx.ts';
import {
  AKSHAMAT,
  ALL_STORED,
  ALL_TRACKERS,
  test as base,
  button,
  call,
  expect,
  notice,
  type Page,
  phase,
  serveLaterAsBuilt,
  WORDS,
} from './support/test.ts';

const CONFIGURED = '127.0.0.1:4174';

interface Fixtures {
  /** `csp.txt`, with the port on which the trackers of this test really listen. */
  text: string;
  /** The lines of `csp.txt` decide by the Cookie header of each request, as in nginx. */
  nginx: { url: string; heard(): string[]; requests(): unknown[]; pageCookies: string[] };
}

/** Everything the trackers of the demo put on a page: what starts them stands in kelisim.js and in inert markup. */
const inertPage = (trackerUrl: string) => `<!doctype html><html lang="kk"><head><meta charset="utf-8">
<script src="/kelisim/kelisim.js"></script><title>Бет</title></head><body>
<script type="text/plain" data-kelisim="komek" src="${trackerUrl}/komek.js"></script>
<iframe data-kelisim="korme" data-src="${trackerUrl}/korme/video.html" title="Бейне"></iframe></body></html>`;

/** The same trackers as their vendors advise, without any mark: the look-ahead asks for them before a script runs. */
const plainMarkup = (trackerUrl: string) => `<script src="${trackerUrl}/sanaq.js"></script>
<script async src="${trackerUrl}/izdeu-base.js"></script>
<link rel="stylesheet" href="${trackerUrl}/baspa/px.gif?sheet">
<link rel="preload" as="script" href="${trackerUrl}/izdeu-events.js">
<img src="${trackerUrl}/baspa/px.gif" alt="">
<iframe src="${trackerUrl}/korme/video.html" title="Бейне"></iframe>`;

const test = base.extend<Fixtures>({
  text: async ({ site }, use) => {
    const { host } = new URL(site.trackerUrl);
    await use(readFileSync(join(AKSHAMAT, 'csp.txt'), 'utf8').replaceAll(CONFIGURED, host));
  },
  nginx: async ({ files }, use) => {
    const pageCookies: string[] = [];
    const text = readFileSync(join(AKSHAMAT, 'csp.txt'), 'utf8');
    const demo = await startDemo({
      ...{ files, sitePort: 0, trackerPort: 0 },
      pages(path, { headers: { cookie = '' } }) {
        if (path !== '/p') return;
        pageCookies.push(cookie);
        const policy = cspByNginx(text, cookie).replaceAll(CONFIGURED, new URL(demo.trackerUrl).host);
        return {
          body: inertPage(demo.trackerUrl),
          headers: { 'content-security-policy': policy, vary: 'Cookie' },
        };
      },
    });
    const heard = () => [...new Set(demo.requests().map(({ tracker }) => tracker))].sort();
    await use({ url: `${demo.siteUrl}/p`, heard, requests: demo.requests, pageCookies });
    await demo.close();
  },
});

/** What the policy has refused on this page, from its first moment. */
async function watchRefused(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const list: string[] = [];
    Object.assign(window, { refused: list });
    window.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      list.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  return () => page.evaluate<string[]>('refused');
}

test('under the full policy every tracker runs, and stops again, and nothing is refused', async ({
  page,
  site,
  text,
}) => {
  const refused = await watchRefused(page);
  const [policy = ''] = printedPolicies(text);
  site.add('/p', inertPage(site.trackerUrl), { headers: { 'content-security-policy': policy } });
  await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
  expect(site.requests()).toEqual([]);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  await expect.poll(async () => (await site.stored(page)).databases).toEqual(ALL_STORED.databases);
  await button(page, 'Cookie').click();
  await expect(page.locator('kelisim-consent').getByRole('dialog')).toBeVisible();
  expect(await refused()).toEqual([]);
  await call(page, (kelisim) => kelisim.withdraw());
  await expect.poll(async () => (await site.stored(page)).databases).toEqual([]);
  await expect.poll(async () => (await site.stored(page)).cookies).toEqual(['kelisim']);
});

test('under the locked policy the look-ahead of the browser asks no tracker for unmarked markup', async ({
  page,
  site,
  text,
}) => {
  const refused = await watchRefused(page);
  const [, policy = ''] = printedPolicies(text);
  const html = `<!doctype html><html lang="kk"><script src="/kelisim/kelisim.js"></script><title>Бет</title>
    ${plainMarkup(site.trackerUrl)}`;
  site.add('/open', html);
  await page.goto(`${site.siteUrl}/open`, { waitUntil: 'networkidle' });
  // Without the policy all of it is asked for: the markup is such as the look-ahead knows.
  expect(site.heard()).toEqual(expect.arrayContaining(['baspa', 'izdeu', 'sanaq']));
  await page.goto('about:blank');
  await page.context().clearCookies();
  site.clear();
  site.add('/p', html, { headers: { 'content-security-policy': policy } });
  await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
  await expect(notice(page)).toBeVisible();
  const told = (await refused()).map((line) => line.replace(site.trackerUrl, ''));
  // What the guard takes out of the page first is not there any more for the policy to refuse.
  expect(told).toContain('style-src-elem /baspa/px.gif?sheet');
  expect(site.requests()).toEqual([]);
});

test('the inlined form runs under the locked policy, with its hash', async ({ page, site }) => {
  const refused = await watchRefused(page);
  // Another port than the configured one would change the script, and its hash.
  const [, policy = ''] = printedPolicies(readFileSync(join(AKSHAMAT, 'csp.txt'), 'utf8'));
  const inline = readFileSync(join(AKSHAMAT, 'snippet.inline.html'), 'utf8');
  const html = `<!doctype html><html lang="kk"><meta charset="utf-8">${inline}<title>Бет</title>`;
  site.add('/p', html, { headers: { 'content-security-policy': policy } });
  serveLaterAsBuilt(site);
  await page.goto(`${site.siteUrl}/p`);
  await button(page, WORDS.kk.preferences).click();
  await expect(page.locator('kelisim-consent').getByRole('dialog')).toBeVisible();
  expect(await refused()).toEqual([]);
});

test('nginx opens the policy with the next page after everything was accepted', async ({ page, nginx }) => {
  const refused = await watchRefused(page);
  await page.goto(nginx.url);
  await button(page, WORDS.kk.accept).click();
  await phase(page, 'decided');
  await expect.poll(refused).not.toEqual([]);
  expect(nginx.requests()).toEqual([]);

  await page.reload();
  await expect.poll(() => nginx.heard()).toEqual(ALL_TRACKERS);
  expect(await refused()).toEqual([]);
  // The record reaches the server as the browser keeps it, with nothing percent-encoded.
  expect(nginx.pageCookies.at(-1)).toMatch(
    /(^|; )kelisim=1\|[\w-]+\|[\w:.-]+Z\|[\w:.-]+Z\|kk\|accept\|[^;%]+$/,
  );
});

test('nginx locks the page again after a withdrawal, and opens it where one tracker may run', async ({
  page,
  nginx,
}) => {
  const opened = async () => {
    const response = await page.reload();
    return response?.headers()['content-security-policy']?.includes('http://127.0.0.1:');
  };
  await page.goto(nginx.url);
  await call(page, (kelisim) => kelisim.accept());
  expect(await opened()).toBe(true);
  await call(page, (kelisim) => kelisim.withdraw());
  expect(await opened()).toBe(false);
  await call(page, (kelisim) =>
    kelisim.save({ purposes: ['marketing'], technologies: ['pixels'], trackers: ['baspa', 'izdeu'] }),
  );
  expect(await opened()).toBe(true);
  await call(page, (kelisim) =>
    kelisim.save({ purposes: ['marketing'], technologies: ['cookies'], trackers: ['baspa', 'izdeu'] }),
  );
  expect(await opened()).toBe(false);
});
