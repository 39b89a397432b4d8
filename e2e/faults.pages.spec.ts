import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BODY, expectAskedAndSilent, visit } from './support/faultPage.ts';
import {
  AKSHAMAT,
  buildSite,
  button,
  call,
  expect,
  notice,
  ourWarnings,
  phase,
  readConfig,
  test,
  WORDS,
} from './support/test.ts';

const ASYNC = '<script async src="/kelisim/kelisim.js"></script>';
const LATE = `<script>addEventListener('load', () => document.head.append(Object.assign(
  document.createElement('script'), { src: '/kelisim/kelisim.js' })))</script>`;
for (const [how, tag] of Object.entries({ async: ASYNC, late: LATE }))
  test(`loaded ${how}, it asks, nothing runs before, and a yes starts the trackers`, async ({
    page,
    site,
  }) => {
    const errors = await visit(page, site, { tag });
    await expectAskedAndSilent(page, site);
    await button(page, WORDS.kk.accept).click();
    await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'komek', 'korme', 'qalqan', 'sanaq']);
    expect(errors).toEqual([]);
  });

test('a tag that an app puts in once more changes nothing', async ({ page, site, warnings }) => {
  await visit(page, site);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toContain('sanaq');
  await page.evaluate(() => {
    const again = document.createElement('script');
    again.src = '/kelisim/kelisim.js';
    document.head.append(again);
  });
  await expect.poll(() => ourWarnings(warnings)).toEqual([expect.stringMatching(/two tags/)]);
  await expect(page.locator('kelisim-consent')).toHaveCount(1);
  await phase(page, 'decided');
  expect(site.requests().filter(({ path }) => path === '/sanaq.js')).toHaveLength(1);
});

test.describe('of two versions on one page', () => {
  const { trackers, ...rest } = readConfig();
  test.use({ files: buildSite({ ...rest, trackers: trackers.slice(0, 1) }) });

  test('the first one holds, and one warning says so', async ({ page, site, warnings }) => {
    site.add('/old.js', readFileSync(join(AKSHAMAT, 'kelisim.js'), 'utf8'), {
      type: 'text/javascript',
    });
    await visit(page, site, { tag: 'TAG<script src="/old.js"></script>', body: '' });
    await expectAskedAndSilent(page, site);
    await expect(page.locator('kelisim-consent')).toHaveCount(1);
    expect(ourWarnings(warnings)).toEqual([expect.stringMatching(/two tags/)]);
    await call(page, (kelisim) => kelisim.accept());
    expect(await call(page, (kelisim) => kelisim.record()?.asked.trackers)).toEqual(['sanaq']);
    await expect.poll(() => site.heard()).toEqual(['sanaq']);
  });
});

for (const [what, extra] of Object.entries({ text: "'text'", functions: '() => 1' }))
  test(`a page that puts ${what} on built-in prototypes afterwards can accept and withdraw`, async ({
    page,
    site,
  }) => {
    const errors = await visit(page, site);
    await page.evaluate(`Object.prototype.extra = Array.prototype.extra = ${extra}`);
    await button(page, WORDS.kk.accept).click();
    await expect
      .poll(() => site.heard())
      .toEqual(expect.arrayContaining(['baspa', 'izdeu', 'qalqan', 'sanaq']));
    await call(page, (kelisim) => kelisim.withdraw());
    await expect.poll(async () => (await site.stored(page)).databases).toEqual([]);
    expect((await site.stored(page)).cookies).toEqual(['kelisim']);
    expect(errors).toEqual([]);
  });

test('a clock set back by more than a day asks again, and a clock set right again knows the choice', async ({
  page,
  site,
}) => {
  const now = Date.now();
  const DAY = 86_400_000;
  await page.clock.setFixedTime(now);
  await visit(page, site);
  await call(page, (kelisim) => kelisim.refuse());
  await page.clock.setFixedTime(now - 2 * DAY);
  await page.reload({ waitUntil: 'networkidle' });
  await expectAskedAndSilent(page, site);
  await page.clock.setFixedTime(now + DAY);
  await page.reload();
  await phase(page, 'decided');
});

for (const [sandbox, alone] of [
  ['allow-scripts', true],
  ['allow-scripts allow-same-origin', false],
] as const)
  test(`in a frame with sandbox="${sandbox}" nothing runs before a yes`, async ({ page, site }) => {
    site.add('/p', `<!doctype html><html lang="kk"><title>p</title>TAG<body>${BODY}`);
    site.add('/top', `<iframe name="inner" sandbox="${sandbox}" src="/p" width="900" height="600"></iframe>`);
    await page.goto(`${site.siteUrl}/top`, { waitUntil: 'networkidle' });
    const inner = page.frameLocator('iframe').locator('kelisim-consent');
    const accept = inner.getByRole('button', { name: WORDS.kk.accept });
    await expect(accept).toBeVisible();
    expect(site.requests()).toEqual([]);
    await accept.click();
    // Without an origin there are no cookies, so nothing can be recorded.
    if (alone) await expect(inner.getByRole('alert')).toBeVisible();
    else await expect.poll(() => site.heard()).toContain('sanaq');
    expect(site.requests().length > 0).toBe(!alone);
  });

test('opened as a file it asks, and nothing runs', async ({ page, site }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-file-'));
  const file = join(folder, 'p.html');
  const tag = `<script src="${pathToFileURL(join(AKSHAMAT, 'kelisim.js'))}"></script>`;
  writeFileSync(
    file,
    `<!doctype html><html lang="kk"><meta charset="utf-8">${tag}<body>${BODY.replaceAll('TRACKER', site.trackerUrl)}`,
  );
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle' });
  await expect(notice(page)).toBeVisible();
  await button(page, WORDS.kk.accept).click();
  await expect(notice(page).getByRole('alert')).toBeVisible();
  await phase(page, 'undecided');
  expect(site.requests()).toEqual([]);
  expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('in a background tab the notice stands ready, and what is granted starts', async ({ page, site }) => {
  const hidden = `Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
    Object.defineProperty(document, 'hidden', { get: () => true, configurable: true });`;
  await visit(page, site, { before: hidden });
  await expectAskedAndSilent(page, site);
  await call(page, (kelisim) => kelisim.accept());
  site.clear();
  await page.reload();
  await expect.poll(() => site.heard()).toContain('sanaq');
});

test('a page that replaces its whole document element gets the notice back, and it works', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await expect(page.locator('kelisim-consent .corner')).toHaveCount(1);
  await page.evaluate(() => {
    const next = document.implementation.createHTMLDocument('next').documentElement;
    document.replaceChild(document.adoptNode(next), document.documentElement);
  });
  await expectAskedAndSilent(page, site);
  await button(page, WORDS.kk.accept).click();
  await phase(page, 'decided');
  await expect.poll(() => site.heard()).toContain('sanaq');
});

test('a page that writes itself anew runs nothing and asks with the next page', async ({ page, site }) => {
  await visit(page, site);
  await expect(page.locator('kelisim-consent .corner')).toHaveCount(1);
  await page.evaluate((tracker) => {
    document.open();
    document.write(`<script src="${tracker}/sanaq.js"></scr${'ipt'}><p>anew`);
    document.close();
  }, site.trackerUrl);
  await expect(page.getByText('anew')).toBeVisible();
  // Its buttons would be dead.
  await expect(page.locator('kelisim-consent')).toHaveCount(0);
  expect(site.requests()).toEqual([]);
  await phase(page, 'undecided');
  await page.reload({ waitUntil: 'networkidle' });
  await expectAskedAndSilent(page, site);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing optional runs, and the page is there', async ({ page, site }) => {
    site.add('/p', `<!doctype html><html lang="kk"><title>p</title>TAG<body>${BODY}`);
    await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
    await expect(page.getByText('page', { exact: true })).toBeVisible();
    await expect(page.locator('kelisim-consent')).toHaveCount(0);
    expect(site.requests()).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });
});
