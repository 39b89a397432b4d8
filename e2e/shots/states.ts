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
  /** What is done at each size, so that it is in the window. */
  look?(page: Page): Promise<unknown>;
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

const refuse = async (page: Page) => {
  await ours(page).locator('[data-act=refuse]:visible').click();
  await expect(ours(page).locator('.corner')).toBeVisible();
};
/** One of the demo's trackers has no way to stop. */
const leaveOver = async (page: Page) => {
  await ours(page).locator('[data-act=accept]:visible').click();
  await expect(page.locator('#komek-chat')).toBeAttached();
  await page.evaluate(() => window.kelisim.withdraw());
  await expect(ours(page).locator('[role=alert]:visible')).toBeVisible();
};
const showFrame = async (page: Page) => {
  const frame = page.locator('iframe[data-kelisim]').first();
  await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect(frame.contentFrame().getByRole('button').first()).toBeVisible();
};

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
  { name: 'decided', reach: refuse },
  {
    name: 'my-choice',
    async reach(page) {
      await ours(page).locator('[data-act=accept]:visible').click();
      await open(page, 'preferences');
    },
  },
  {
    name: 'decided-end',
    reach: refuse,
    look: (page) =>
      page.evaluate(async () => {
        // The room for the button comes a frame later.
        for (let frame = 0; frame < 4; frame += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          window.scrollTo(0, document.documentElement.scrollHeight);
        }
      }),
  },
  { name: 'placeholder', reach: refuse, look: showFrame },
  { name: 'placeholder-both', config: { languageMode: 'both' }, reach: refuse, look: showFrame },
  { name: 'leftover', config: { guard: 'off' }, reach: leaveOver },
  { name: 'leftover-both', config: { guard: 'off', languageMode: 'both' }, reach: leaveOver },
];
