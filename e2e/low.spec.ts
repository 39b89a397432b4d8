import { buildSite, expect, notice, type Page, readConfig, test } from './support/test.ts';

/** Phones that lie, the smallest first. */
const LYING = [
  { width: 568, height: 320 },
  { width: 640, height: 360 },
  { width: 740, height: 360 },
];

/** Buttons of the notice that can be pressed in their middle without anything being scrolled. */
const inReach = (page: Page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('kelisim-consent') as HTMLElement & {
      shadowRoot: ShadowRoot;
    };
    return [...shadowRoot.querySelectorAll<HTMLElement>('.actions button')]
      .filter((one) => one.checkVisibility())
      .filter((one) => {
        const { left, top, bottom, width, height } = one.getBoundingClientRect();
        const hit = shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
        return top >= 0 && bottom <= innerHeight && one.contains(hit);
      })
      .map(({ dataset }) => dataset.act ?? dataset.open);
  });

for (const layout of ['bar', 'corner', 'centre'] as const)
  for (const languageMode of ['switch', 'both'] as const)
    test.describe(`as a ${layout}, languages: ${languageMode}`, () => {
      test.use({ files: buildSite({ ...readConfig(), layout, languageMode }) });

      test('on a phone that lies every answer is in sight', async ({ page, site }) => {
        for (const size of LYING)
          for (const path of ['/', '/ru/']) {
            await page.setViewportSize(size);
            await page.goto(site.siteUrl + path);
            await expect(notice(page)).toBeVisible();
            expect(await inReach(page), `${path} ${size.width}`).toEqual(['accept', 'refuse', 'preferences']);
          }
      });
    });
