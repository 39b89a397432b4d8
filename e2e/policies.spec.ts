import {
  ALL_STORED,
  ALL_TRACKERS,
  button,
  call,
  expect,
  notice,
  type Page,
  type Site,
  test,
  WORDS,
} from './support/test.ts';
import { type Complaints, watchComplaints } from './support/violations.ts';

/** A vendor that the configuration does not name, but Kelisim knows. */
const UNLISTED = 'https://www.clarity.ms/tag/abcde12345';

/** Inert markup, and a script of the page's own that brings a declared tracker and an unlisted vendor along. */
const HTML = `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>Бет</title>
<script nonce="x" src="/kelisim/kelisim.js"></script></head><body><h1>Бет</h1>
<script nonce="x">
  new Image().src = 'TRACKER/baspa/px.gif?own';
  fetch('TRACKER/sanaq/c?own').catch(() => {});
  new Image().src = '${UNLISTED}';
</script>
<script type="text/plain" nonce="x" data-kelisim="komek" src="TRACKER/komek.js"></script>
<iframe data-kelisim="korme" data-src="TRACKER/korme/video.html" title="Бейне"></iframe></body></html>`;

const POLICIES: Record<string, string> = {
  "a nonce and 'strict-dynamic'": `default-src 'none'; script-src 'nonce-x' 'strict-dynamic'; style-src 'self';
    connect-src 'self' TRACKER; img-src 'self' TRACKER; frame-src TRACKER; worker-src 'self' blob:; base-uri 'none'`,
  "style-src 'self'": "style-src 'self'",
  'Trusted Types with our one policy': "require-trusted-types-for 'script'; trusted-types kelisim",
  'all of them at once': `default-src 'none'; script-src 'nonce-x' 'strict-dynamic'; style-src 'self';
    connect-src 'self' TRACKER; img-src 'self' TRACKER; frame-src TRACKER; worker-src 'self' blob:; base-uri 'none';
    require-trusted-types-for 'script'; trusted-types kelisim`,
};

const dialog = (page: Page) => page.getByRole('dialog');

/** Opens the page under a policy; hears what is asked of any other host than the site and its trackers. */
async function visit(
  page: Page,
  site: Site,
  policy: string,
): Promise<{ seen: Complaints; others: string[] }> {
  const others: string[] = [];
  await page.route(/^https:/, (route) => {
    others.push(route.request().url());
    return route.abort();
  });
  const seen = await watchComplaints(page);
  const header = policy.replace(/\s+/g, ' ').replaceAll('TRACKER', site.trackerUrl);
  site.add('/favicon.ico', '', { type: 'image/x-icon' });
  site.add('/p', HTML, { headers: { 'content-security-policy': header } });
  await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
  return { seen, others };
}

/** Reads settings and policy in both languages, as a visitor would. */
async function readAll(page: Page): Promise<void> {
  await button(page, WORDS.kk.preferences).click();
  await expect(dialog(page)).toHaveAccessibleName('Құпиялылық баптаулары');
  await dialog(page).getByRole('button', { name: 'Құпиялылық саясаты' }).click();
  await expect(dialog(page)).toHaveAccessibleName('Құпиялылық саясаты');
  await expect(dialog(page).locator('summary').filter({ visible: true })).toHaveCount(7);
  await dialog(page).getByRole('button', { name: 'Рус' }).click();
  await expect(dialog(page)).toHaveAccessibleName('Политика конфиденциальности');
  await dialog(page).getByRole('button', { name: 'Вернуться к настройкам' }).click();
  await expect(dialog(page)).toHaveAccessibleName('Настройки конфиденциальности');
  await dialog(page).getByRole('button', { name: 'Қаз' }).click();
}

for (const [name, policy] of Object.entries(POLICIES))
  test(`under ${name} everything works and nothing is refused`, async ({ page, site }) => {
    const { seen } = await visit(page, site, policy);
    await expect(notice(page)).toBeVisible();
    await readAll(page);
    await dialog(page).getByRole('button', { name: WORDS.kk.accept }).click();
    await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
    // The language was switched on the way.
    const local = [...ALL_STORED.local, 'kelisim.locale'].sort();
    await expect.poll(() => site.stored(page)).toEqual({ ...ALL_STORED, local });
    await button(page, 'Cookie').click();
    await expect(dialog(page)).toHaveAccessibleName('Құпиялылық баптаулары');
    expect(await seen.violations()).toEqual([]);
    expect(seen.errors).toEqual([]);
    await dialog(page).getByRole('button', { name: 'Келісімді кері қайтарып алу' }).click();
    await expect
      .poll(() => site.stored(page))
      .toEqual({ cookies: ['kelisim'], local: ['kelisim.locale'], session: [], databases: [] });
    // A withdrawn tracker may try again, and is refused by the policy of that moment: that is its purpose.
    const ours = (await seen.violations()).filter((line) => !line.includes(site.trackerUrl));
    expect(ours).toEqual([]);
  });

for (const [name, policy] of Object.entries(POLICIES))
  test(`under ${name} what the page brings along is held, the unlisted vendor also after a yes`, async ({
    page,
    site,
  }) => {
    const { seen, others } = await visit(page, site, policy);
    const held = () => call(page, (kelisim) => kelisim.held().map(({ url }) => url));
    expect(await held()).toEqual([`${site.trackerUrl}/baspa/px.gif`, `${site.trackerUrl}/sanaq/c`, UNLISTED]);
    expect(site.requests()).toEqual([]);
    await button(page, WORDS.kk.accept).click();
    await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
    await page.evaluate((url) => fetch(url).catch(() => {}), UNLISTED);
    expect(others).toEqual([]);
    expect(await seen.violations()).toEqual([]);
  });
