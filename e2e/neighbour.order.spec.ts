import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UNGUARDED } from './support/neighbour.ts';
import {
  AKSHAMAT,
  call,
  expect,
  type Page,
  phase,
  type Site,
  serveLaterAsBuilt,
  test,
} from './support/test.ts';

const INLINE = readFileSync(join(AKSHAMAT, 'snippet.inline.html'), 'utf8');

const open = async (page: Page, site: Site, head: string) => {
  site.add('/own.js', 'window.own = 1', { type: 'text/javascript' });
  if (head.includes(INLINE)) serveLaterAsBuilt(site);
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><head><meta charset="utf-8">${head}<title>Бет</title></head><body><h1>Бет</h1></body></html>`,
  );
  const later = page.waitForResponse(/\/later-/);
  await page.goto(`${site.siteUrl}/p`);
  // What is told may be worded in the file that comes later, so silence is certain only when it has run: before
  // another script that is asked for when it has arrived.
  await (await later).finished();
  await page.addScriptTag({ url: '/own.js' });
  await phase(page, 'undecided');
};

/** What the guard says of its place on the page. */
const order = async (page: Page) => {
  const held = await call(page, (kelisim) => kelisim.held());
  return held.filter(({ vector }) => vector === 'order');
};

const told = (warnings: string[]) => warnings.filter((text) => /kelisim.*first/i.test(text));

const EARLIER: [title: string, head: string, url: RegExp][] = [
  ['an inline script', '<script>window.early = 1</script>', /./],
  ['a script of the site', '<script src="/own.js"></script>', /\/own\.js$/],
  ['two scripts', '<script src="/own.js"></script><script>1</script>', /\/own\.js$/],
  ['an async script', '<script async src="/own.js"></script>', /\/own\.js$/],
  ['a module', '<script type="module">1</script>', /./],
  [
    'a script that is gone again',
    '<script>window.fetch = () => {}; document.currentScript.remove()</script>',
    /./,
  ],
  [
    'a script that replaced fetch',
    '<script>{ const old = fetch; window.fetch = (...all) => old(...all) }</script>',
    /./,
  ],
  [
    'a script that replaced a setter',
    '<script>{ const found = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src"); const { set } = found; Object.defineProperty(HTMLImageElement.prototype, "src", { ...found, set(value) { set.call(this, value) } }); document.currentScript.remove() }</script>',
    /./,
  ],
  [
    'a script that replaced XMLHttpRequest',
    '<script>window.XMLHttpRequest = class extends XMLHttpRequest {}; document.currentScript.remove()</script>',
    /./,
  ],
];

for (const [title, head, url] of EARLIER)
  test(`behind ${title}, the guard says once that it is not first`, async ({ page, site, warnings }) => {
    await open(page, site, `${head}TAG`);
    expect(await order(page)).toEqual([
      { vector: 'order', url: expect.stringMatching(url), tracker: expect.any(String), held: false },
    ]);
    expect(told(warnings)).toHaveLength(1);
  });

test('a native that the page covers before the guard is found behind fetch too', async ({
  page,
  site,
  warnings,
}) => {
  await page.addInitScript(() => {
    const { sendBeacon } = Navigator.prototype;
    Navigator.prototype.sendBeacon = function (...all) {
      return sendBeacon.apply(this, all);
    };
  });
  await open(page, site, 'TAG');
  expect(await order(page)).toHaveLength(1);
  expect(told(warnings)).toHaveLength(1);
});

const FIRST: [title: string, head: string][] = [
  ['first', 'TAG'],
  [
    'first, before others',
    'TAG<script src="/own.js"></script><script>window.fetch = () => Promise.reject()</script>',
  ],
  ['inlined', `${INLINE}<script>1</script>`],
  [
    'behind data',
    '<script type="application/ld+json">{}</script><script type="importmap">{"imports":{}}</script>TAG',
  ],
  ['behind inert markup', '<script type="text/plain" data-kelisim="sanaq">1</script>TAG'],
  [
    'behind its own queue',
    '<script>(window.kelisim = window.kelisim || []).push(["on", "decided", () => {}])</script>TAG',
  ],
  ['behind styles and links', '<style>p { color: red }</style><link rel="icon" href="data:,">TAG'],
];

for (const [title, head] of FIRST)
  test(`${title}, the guard has nothing to say about its place`, async ({ page, site, warnings }) => {
    await open(page, site, head);
    expect(await order(page)).toEqual([]);
    expect(told(warnings)).toEqual([]);
  });

test.describe('with the guard off', () => {
  test.use({ files: UNGUARDED });
  test('nothing is said about the place of the tag', async ({ page, site, warnings }) => {
    await open(page, site, '<script src="/own.js"></script>TAG');
    expect(await order(page)).toEqual([]);
    expect(warnings).toEqual([]);
  });
});
