import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BODY, expectAskedAndSilent, visit } from './support/faultPage.ts';
import { AKSHAMAT, button, call, expect, notice, phase, test, WORDS } from './support/test.ts';

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
