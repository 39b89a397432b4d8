import { findShell, startOptions } from './support/browser.ts';
import { expect, notice, test } from './support/test.ts';

// Playwright hides them, as phones do.
test.use({ launchOptions: { ...startOptions(findShell()), ignoreDefaultArgs: ['--hide-scrollbars'] } });

test('a scroll bar that the room brings is no error of the page', async ({ page, site }) => {
  await page.setViewportSize({ width: 700, height: 700 });
  await page.addInitScript(() => {
    Object.assign(window, { said: [] });
    addEventListener('error', ({ message }) => (window as unknown as { said: string[] }).said.push(message));
  });
  site.add('/p', '<!doctype html><title>Бет</title>TAG<body><div style="height: 600px"></div>');
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  await expect(page.locator('kelisim-room')).toHaveCount(1);
  await expect
    .poll(() => page.evaluate(() => innerWidth - document.documentElement.clientWidth))
    .toBeGreaterThan(0);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 5; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  expect(await page.evaluate('said')).toEqual([]);
});
