import type { Frame } from '@playwright/test';
import type { SiteConfig } from '../src/site/schema.ts';
import type { View } from '../src/types.ts';
import { findShell, startOptions } from './support/browser.ts';
import { addFont, createBook, FONT, once, seen } from './support/look.ts';
import { buildSite, call, expect, notice, type Page, readConfig, type Site, test } from './support/test.ts';

/**
 * How everything looks, against `look/NAME.txt`: for each window the places and sizes of our elements, and at the end of
 * the file the looks that they have by number. Letters have one width here, so that the files hold on every machine; what
 * real letters do is for the tests of overflow and contrast. After a change that is meant:
 * `npm run e2e -- regression --project=chromium --update-snapshots`, and read the difference.
 */
interface State {
  config?: Partial<SiteConfig>;
  inFrame?: true;
  reach?(page: Page, site: Site): Promise<unknown>;
}

const PHONE = { width: 360, height: 740 };
const SIZES = [PHONE, { width: 1280, height: 800 }];

/** A moment in a year to come, because a cookie of a year gone by would not be kept. */
const NOW = '2060-01-15T06:00:00Z';

const DARK_INK = 'rgb(232, 239, 236)';

const BODY = `<iframe title="Бейне" data-kelisim="korme" data-src="TRACKER/korme/video.html" style="width:100%;height:300px;border:0"></iframe>
  <script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>`;

const open = (view: View) => async (page: Page) => {
  await page.evaluate((view) => window.kelisim.open(view), view);
  await expect(page.getByRole('dialog')).toBeVisible();
};
/** The round button has looked, in a frame after a change, where the end of the page is. */
const settle = async (page: Page) => {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 4; frame += 1) await new Promise((done) => requestAnimationFrame(done));
  });
  await expect(page.locator('kelisim-consent .corner')).toHaveCSS('opacity', '1');
};
const refuse = async (page: Page) => {
  await call(page, (kelisim) => kelisim.refuse());
  await expect(page.locator('kelisim-consent .corner')).toBeVisible();
  await settle(page);
};

const STATES: Record<string, State> = {
  notice: {},
  corner: { config: { layout: 'corner' } },
  centre: { config: { layout: 'centre' } },
  both: { config: { languageMode: 'both' } },
  preferences: { reach: open('preferences') },
  policy: { reach: open('policy') },
  'my-choice': {
    async reach(page) {
      await call(page, (kelisim) => kelisim.accept());
      await open('preferences')(page);
    },
  },
  placeholder: { inFrame: true },
  leftover: {
    config: { guard: 'off', trackers: readConfig().trackers.filter(({ id }) => id === 'komek') },
    async reach(page, site) {
      await call(page, (kelisim) => kelisim.accept());
      await expect.poll(() => site.heard()).toContain('komek');
      await call(page, (kelisim) => kelisim.withdraw());
      await expect(page.locator('kelisim-consent').getByRole('alert')).toBeVisible();
      await settle(page);
    },
  },
  'round-button': { reach: refuse },
};

// Without it letters are as wide as the machine's own settings make them.
test.use({ launchOptions: startOptions(findShell(), '--disable-font-subpixel-positioning') });

for (const [name, { config, inFrame, reach }] of Object.entries(STATES))
  test.describe(name, () => {
    test.use({
      files: buildSite({ ...readConfig(), theme: { font: FONT }, ...config }),
      timezoneId: 'Asia/Almaty',
    });

    test('looks as it did', async ({ page, site }) => {
      await page.clock.setFixedTime(NOW);
      await page.addInitScript(() => {
        // The number of a receipt.
        crypto.getRandomValues = (bytes) => bytes;
      });
      site.add(
        '/p',
        `<!doctype html><html lang="kk"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Бет</title>TAG<body>${BODY}`,
      );
      await page.setViewportSize(PHONE);
      await page.goto(`${site.siteUrl}/p`);
      await expect(notice(page).or(page.locator('kelisim-consent section')).first()).toBeVisible();
      await reach?.(page, site);
      const where = inFrame ? (page.frames()[1] as Frame) : page;
      if (inFrame) await expect(page.frameLocator('iframe').getByRole('button').first()).toBeVisible();
      for (const each of new Set([page, where])) await addFont(each);

      const book = createBook();
      const parts: string[] = [];
      // From narrow to wide, because on the way back the round button is away for a moment.
      for (const size of SIZES) {
        await page.setViewportSize(size);
        for (const locale of ['kk', 'ru'] as const) {
          await page.evaluate((locale) => window.kelisim.setLanguage(locale), locale);
          const dialog = page.locator('kelisim-consent dialog[open]');
          if (await dialog.count()) await expect(dialog).toHaveAttribute('lang', locale);
          const lines = once((await seen(where)).map(book.line));
          parts.push(`# ${locale}, ${size.width} x ${size.height}`, ...lines, '');
        }
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      // The page in a frame is drawn anew.
      if (inFrame) await expect(page.frameLocator('iframe').locator('body')).toHaveCSS('color', DARK_INK);
      const dark = (await seen(where)).map(({ name, colours }) => `${name} { ${colours} }`);
      const text = [...parts, '# looks', ...book.list(), '', '# in the dark', ...once(dark), ''].join('\n');
      expect(text).toMatchSnapshot(`${name}.txt`);
    });
  });
