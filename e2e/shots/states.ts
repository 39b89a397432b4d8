import { expect, type Page } from '@playwright/test';
import type { SiteConfig } from '../../src/site/schema.ts';

/** One thing that a visitor may see. */
export interface State {
  name: string;
  /** What the configuration of the demo is changed to. */
  config?: Partial<Record<keyof SiteConfig, unknown>>;
  /** Path of the demo's page. */
  path?: string;
  /** What is done on the page until it is seen. */
  reach?(page: Page): Promise<unknown>;
}

const ours = (page: Page) => page.locator('kelisim-consent');
const panel = (page: Page) => expect(page.getByRole('dialog')).toBeVisible();
const open = async (page: Page, view: 'preferences' | 'policy') => {
  await page.evaluate((name) => window.kelisim.open(name), view);
  await panel(page);
};
const scrollTo = (page: Page, selector: string) =>
  ours(page)
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));

/** Every state, in the order a visitor may meet them. */
export const STATES: State[] = [
  { name: 'notice' },
  { name: 'notice-corner', config: { layout: 'corner' } },
  { name: 'notice-centre', config: { layout: 'centre' } },
  { name: 'notice-both', config: { languageMode: 'both' } },
  { name: 'notice-both-corner', config: { languageMode: 'both', layout: 'corner' } },
  { name: 'notice-kok', config: { theme: 'kok' } },
  {
    name: 'notice-failed',
    async reach(page) {
      await page.route(/preferences-/, (route) => route.abort());
      await ours(page).locator('[data-open=preferences]:visible').click();
      await expect(ours(page).locator('[role=alert]:visible')).toBeVisible();
    },
  },
  { name: 'preferences', reach: (page) => open(page, 'preferences') },
  {
    name: 'preferences-switched',
    async reach(page) {
      await open(page, 'preferences');
      for (const at of [0, 3]) await page.getByRole('switch').nth(at).click();
      await ours(page).locator('summary').first().click();
      await scrollTo(page, 'details');
    },
  },
  { name: 'policy', reach: (page) => open(page, 'policy') },
  {
    name: 'decided',
    async reach(page) {
      await ours(page).locator('[data-act=refuse]:visible').click();
      await expect(ours(page).locator('.corner')).toBeVisible();
    },
  },
  {
    name: 'my-choice',
    async reach(page) {
      await ours(page).locator('[data-act=accept]:visible').click();
      await open(page, 'preferences');
    },
  },
  {
    name: 'placeholder',
    async reach(page) {
      await ours(page).locator('[data-act=refuse]:visible').click();
      await page.locator('iframe[data-kelisim]').first().scrollIntoViewIfNeeded();
      const inside = page.frameLocator('iframe[data-kelisim]').first();
      await expect(inside.getByRole('button').first()).toBeVisible();
    },
  },
];
