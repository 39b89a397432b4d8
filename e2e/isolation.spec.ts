import {
  ALL_STORED,
  ALL_TRACKERS,
  button,
  call,
  expect,
  notice,
  ourWarnings,
  type Page,
  phase,
  type Site,
  test,
  WORDS,
} from './support/test.ts';
import { watchComplaints } from './support/violations.ts';

const dialog = (page: Page) => page.getByRole('dialog');

/** Where the site is another site, whose replies carry no `Cross-Origin-Resource-Policy`. */
const elsewhere = (site: Site) => site.siteUrl.replace('localhost', '127.0.0.1');

const html = (site: Site) => `<!doctype html><html lang="kk"><title>Бет</title>TAG<p>Бет</p>
<script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>
<script type="text/plain" data-kelisim="komek" src="${elsewhere(site)}/plain.js"></script>
<iframe data-kelisim="korme" data-src="TRACKER/korme/video.html" title="Бейне"></iframe>`;

async function visit(page: Page, site: Site, headers: Record<string, string>) {
  const seen = await watchComplaints(page);
  site.add('/favicon.ico', '', { type: 'image/x-icon' });
  site.add('/plain.js', "document.documentElement.dataset.plain = 'ran'", { type: 'text/javascript' });
  site.add('/p', html(site), { headers });
  await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
  return seen;
}

for (const [embedder, plain] of [
  ['require-corp', undefined],
  ['credentialless', 'ran'],
] as const)
  test(`an isolated page (${embedder}) loads all of ours and trackers that allow it, a frame without the header not`, async ({
    page,
    site,
  }) => {
    const seen = await visit(page, site, {
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': embedder,
    });
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    expect(site.requests()).toEqual([]);
    await button(page, 'Құпиялылық саясаты').click();
    await expect(dialog(page).locator('summary').filter({ visible: true })).toHaveCount(7);
    await dialog(page).getByRole('button', { name: 'Баптауларға оралу' }).click();
    expect(seen.errors).toEqual([]);
    await dialog(page).getByRole('button', { name: WORDS.kk.accept }).click();
    // The video is asked for, and the browser shows nothing of it.
    await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
    await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
    await expect
      .poll(() => page.locator('iframe').evaluate((frame) => (frame as HTMLIFrameElement).contentDocument))
      .toBeNull();
    expect(page.frames().map((frame) => frame.url())).toContain('chrome-error://chromewebdata/');
    const ran = () => page.evaluate(() => document.documentElement.dataset.plain);
    await expect.poll(ran).toBe(plain);
    await button(page, 'Cookie').click();
    await dialog(page).getByRole('button', { name: 'Келісімді кері қайтарып алу' }).click();
    await expect
      .poll(() => site.stored(page))
      .toEqual({ cookies: ['kelisim'], local: [], session: [], databases: [] });
  });

test.describe('a page in a sandbox', () => {
  const SANDBOX = 'sandbox allow-scripts';

  test('of an origin of its own is asked, cannot keep a yes, runs nothing and says so', async ({
    page,
    site,
    warnings,
  }) => {
    const seen = await visit(page, site, { 'content-security-policy': SANDBOX });
    expect(await page.evaluate('origin')).toBe('null');
    await expect(notice(page)).toBeVisible();
    await button(page, WORDS.kk.accept).click();
    await expect(notice(page).getByRole('alert')).toBeVisible();
    await phase(page, 'undecided');
    expect(await call(page, (kelisim) => kelisim.accept())).toBe(false);
    await button(page, WORDS.kk.refuse).click();
    await expect(notice(page)).toBeHidden();
    expect(ourWarnings(warnings)).toContainEqual(expect.stringMatching(/allow cookies/));
    expect(site.requests()).toEqual([]);
    // The one file that is loaded later is a file of another origin here.
    await expect
      .poll(() => [...new Set(seen.errors)].filter((text) => !text.includes('net::ERR_FAILED')))
      .toEqual([expect.stringMatching(/later-\w+\.js.*CORS policy/)]);
  });

  test('of an origin of its own has the panel, too, where our files allow any origin', async ({
    page,
    site,
  }) => {
    const open = { 'access-control-allow-origin': '*' };
    await page.route(/\/kelisim\//, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...open } });
    });
    const seen = await visit(page, site, { 'content-security-policy': SANDBOX });
    // What trackers have left is looked for before anybody presses.
    await expect(page.locator('kelisim-consent .corner')).toHaveCount(1);
    await button(page, WORDS.kk.preferences).click();
    await expect(dialog(page)).toHaveAccessibleName('Құпиялылық баптаулары');
    await dialog(page).getByRole('button', { name: WORDS.kk.accept }).click();
    await expect(dialog(page).getByRole('alert')).toBeVisible();
    await phase(page, 'undecided');
    expect(site.requests()).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  test('with the origin of the site works in full', async ({ page, site }) => {
    const seen = await visit(page, site, { 'content-security-policy': `${SANDBOX} allow-same-origin` });
    await button(page, WORDS.kk.preferences).click();
    await dialog(page).getByRole('button', { name: WORDS.kk.accept }).click();
    await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
    await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
    await call(page, (kelisim) => kelisim.withdraw());
    await expect
      .poll(() => site.stored(page))
      .toEqual({ cookies: ['kelisim'], local: [], session: [], databases: [] });
    expect(seen.errors).toEqual([]);
  });
});
