import type { Locator } from '@playwright/test';
import { buildSite, button, expect, inScheme, notice, readConfig, test, WORDS } from './support/test.ts';

const ACCENT = 'rgb(91, 33, 182)';
const DARK = 'rgb(196, 181, 253)';

test.use({
  files: buildSite({
    ...readConfig(),
    theme: { accent: '#5b21b6', accentDark: '#c4b5fd', radius: '3px', font: 'PT Sans, Arial' },
    texts: { 'ui.preferences': { kk: 'Реттеу', ru: 'Настроить' } },
    purposes: {
      marketing: { hidden: true },
      media: { name: { kk: 'Бейне', ru: 'Видео' } },
    },
  }),
});

const styleOf = (element: Locator) =>
  element.evaluate((node) => {
    const { backgroundColor, borderRadius, fontFamily, fontSize, color } = getComputedStyle(node);
    return { backgroundColor, borderRadius, fontFamily, fontSize, color };
  });

for (const [scheme, accent] of [
  ['light', ACCENT],
  ['dark', DARK],
] as const)
  test(
    `a theme colours accept and refuse alike on a ${scheme} screen`,
    inScheme(scheme),
    async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(site.siteUrl);
      const accept = await styleOf(button(page, WORDS.kk.accept));
      expect(accept).toMatchObject({ backgroundColor: accent, borderRadius: '3px' });
      expect(accept.fontFamily).toMatch(/^"PT Sans", Arial, sans-serif$/);
      expect(await styleOf(button(page, WORDS.kk.refuse))).toEqual(accept);
      expect((await styleOf(notice(page))).borderRadius).toBe('3px');
    },
  );

test('the panel has the same corners and font, at every size', async ({ page, site }) => {
  for (const width of [360, 1200]) {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(site.siteUrl);
    await button(page, 'Реттеу').click();
    const style = await styleOf(page.getByRole('dialog'));
    expect(style.borderRadius).toBe('3px');
    expect(style.fontFamily).toContain('PT Sans');
  }
});

test('own texts and names of purposes stand in both layers, a hidden purpose in none', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await expect(notice(page)).toContainText('(аналитика, қолдау, бейне, алаяқтықтан қорғау)');
  await button(page, 'Реттеу').click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('switch', { name: 'Бейне', exact: true })).toBeVisible();
  await expect(panel).toContainText('Sanaq Analytics');
  for (const hidden of ['Жарнама', 'Izdeu', 'Baspa']) await expect(panel).not.toContainText(hidden);
});

test('no tracker of a hidden purpose runs when everything is accepted', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(['komek', 'korme', 'qalqan', 'sanaq']);
  const record = await page.evaluate(() => window.kelisim.record());
  expect(record?.asked.purposes).toEqual(['analytics', 'support', 'media', 'antifraud']);
});
