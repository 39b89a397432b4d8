import { startSecure } from './support/secure.ts';
import { button, call, expect, notice, phase, test, turnTo, WORDS } from './support/test.ts';

const PAGE = '<!doctype html><html lang="kk"><head>TAG<title>p</title></head><body><p>p';

test('hosts of the site share one decision; the tab of another host follows when it becomes visible', async ({
  page,
  site,
}) => {
  const { port } = new URL(site.siteUrl);
  site.add('/p', PAGE);
  const other = await page.context().newPage();
  await other.goto(`http://jeke.akshamat.kz:${port}/p`);
  await page.goto(`http://www.akshamat.kz:${port}/p`);
  await button(page, WORDS.kk.refuse).click();
  await turnTo(other);
  await phase(other, 'decided');
  await expect(notice(other)).toBeHidden();
  await page.goto(`http://akshamat.kz:${port}/p`, { waitUntil: 'networkidle' });
  await phase(page, 'decided');
  await expect(notice(page)).toBeHidden();
  expect(site.requests()).toEqual([]);
});

test.describe('on https', () => {
  test.use({ ignoreHTTPSErrors: true });

  test('the tab of another host of the site follows at once, by the cookie store', async ({ page, site }) => {
    site.add('/p', PAGE);
    const secure = await startSecure(site.siteUrl);
    const other = await page.context().newPage();
    for (const [tab, host] of [
      [other, 'jeke'],
      [page, 'www'],
    ] as const) {
      await tab.goto(`https://${host}.akshamat.kz:${secure.port}/p`);
      await expect(tab.locator('kelisim-consent .corner')).toHaveCount(1);
    }
    await button(page, WORDS.kk.accept).click();
    await phase(other, 'decided');
    await expect(notice(other)).toBeHidden();
    await call(other, (kelisim) => kelisim.withdraw());
    await expect.poll(() => call(page, (kelisim) => kelisim.record()?.via)).toBe('withdraw');
    await secure.close();
  });
});
