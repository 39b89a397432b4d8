import type { Frame } from '@playwright/test';
import type { SiteConfig } from '../src/site/schema.ts';
import type { View } from '../src/types.ts';
import { examine, faint, LOCALES, overflowing, WIDTHS } from './support/axe.ts';
import {
  buildSite,
  call,
  expect,
  inScheme,
  notice,
  type Page,
  readConfig,
  type Site,
  test,
} from './support/test.ts';

/** Something that not every visitor sees. */
interface State {
  config?: Partial<SiteConfig>;
  path?: string;
  /** What the page holds beside its title. */
  body?: string;
  /** What is to be seen stands in the frame of the page. */
  inFrame?: true;
  /** Checks of axe that ours have passed, and texts and drawings, at least. */
  least: [checks: number, texts: number];
  reach?(page: Page, site: Site): Promise<unknown>;
}

const BOTH = { languageMode: 'both' } as const;
const EMBED = {
  inFrame: true,
  body: '<iframe title="Бейне" data-kelisim="korme" data-src="TRACKER/korme/video.html" style="width:100%;height:200px"></iframe>',
} as const;
const ROUTE = { ...EMBED, path: '/nesie/' };

const shown = (page: Page, selector: string) =>
  expect(page.locator('kelisim-consent').locator(selector).filter({ visible: true })).not.toHaveCount(0);
const open = (page: Page, view: View) => page.evaluate((view) => window.kelisim.open(view), view);

/** A tracker that cannot be stopped has begun, and is to end. */
const LEFTOVER = {
  body: '<script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>',
  async reach(page: Page, site: Site) {
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(() => site.heard()).toContain('komek');
    await call(page, (kelisim) => kelisim.withdraw());
    await shown(page, 'div.notice b:not(:empty)');
  },
};

const NO_SETTINGS = {
  async reach(page: Page) {
    await page.route(/\/preferences-/, (route) => route.abort());
    await open(page, 'preferences');
    await shown(page, 'section [role=alert]');
  },
};

const STATES: Record<string, State> = {
  placeholder: { ...EMBED, least: [10, 3] },
  'placeholder in both languages': { ...EMBED, config: BOTH, least: [18, 6] },
  'placeholder on a protected route': { ...ROUTE, least: [4, 2] },
  'placeholder in both languages on a protected route': { ...ROUTE, config: BOTH, least: [6, 4] },
  'message about trackers that go on': { ...LEFTOVER, config: { guard: 'off' }, least: [10, 5] },
  'message about trackers that go on, in both languages': {
    ...LEFTOVER,
    config: { guard: 'off', ...BOTH },
    least: [18, 9],
  },
  'notice whose settings did not load': { ...NO_SETTINGS, least: [30, 11] },
  'notice in both languages whose settings did not load': { ...NO_SETTINGS, config: BOTH, least: [30, 18] },
  'settings whose policy did not load': {
    least: [100, 50],
    async reach(page) {
      await open(page, 'preferences');
      await shown(page, 'dialog');
      await page.route(/\/policy\./, (route) => route.abort());
      await open(page, 'policy');
      await shown(page, 'dialog [role=alert]');
    },
  },
  'round button': {
    least: [10, 1],
    async reach(page) {
      await call(page, (kelisim) => kelisim.refuse());
      await expect(notice(page)).toBeHidden();
      await shown(page, '.corner button');
    },
  },
};

/** Brings a page up in this state. Returns where it is to be seen: on the page, or in its frame. */
const start = async (page: Page, site: Site, locale: string, state: State): Promise<Page | Frame> => {
  const { path = '/p', body = '' } = state;
  const head = `<meta charset="utf-8">TAG<title>Бет</title><meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">`;
  site.add(
    path,
    `<!doctype html><html lang="${locale}"><head>${head}</head><body><main><h1>Бет</h1>${body}</main></body></html>`,
  );
  await page.goto(site.siteUrl + path);
  await state.reach?.(page, site);
  if (!state.inFrame) return page;
  await expect(page.frameLocator('iframe').locator(`[lang=${locale}]`).first()).toBeVisible();
  return page.frames()[1] as Frame;
};

for (const [name, state] of Object.entries(STATES))
  test.describe(name, () => {
    test.use({ files: buildSite({ ...readConfig(), ...state.config }) });

    for (const locale of LOCALES)
      for (const colorScheme of ['light', 'dark'] as const)
        test(
          `axe finds nothing wrong with it, its letters are dark enough, and it fits: ${locale}, ${colorScheme}`,
          inScheme(colorScheme),
          async ({ page, site }) => {
            await page.emulateMedia({ colorScheme });
            const where = await start(page, site, locale, state);
            const [checks, texts] = state.least;
            for (const width of WIDTHS) {
              await page.setViewportSize({ width, height: 740 });
              expect(await examine(page, checks, state.inFrame)).toEqual([]);
              expect(await faint(where, texts)).toEqual([]);
              expect(await overflowing(where)).toEqual([]);
            }
          },
        );
  });
