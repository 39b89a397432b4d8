import { buildSite, button, expect, type Page, readConfig, type Site, test, WORDS } from './support/test.ts';

const LAYOUTS = ['bar', 'corner', 'centre'] as const;
const MODES = ['switch', 'both'] as const;
const SIZES = [
  { width: 320, height: 640 },
  { width: 800, height: 1100 },
  { width: 1280, height: 800 },
];

const visit = async (page: Page, site: Site, head = '') => {
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>Бет</title>${head}TAG</head><body><h1>Бет</h1></body></html>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  await expect(button(page, new RegExp(WORDS.kk.accept))).toBeVisible();
};

const ours = (page: Page, selector: string) =>
  page.locator('kelisim-consent').locator(selector).filter({ visible: true });

/** Everything that may set one button off against another, except their words and places. */
const looks = (page: Page, act: string) =>
  ours(page, `[data-act=${act}]`).evaluate((element) => {
    const { width, height, top } = element.getBoundingClientRect();
    // Columns of a grid may differ by a part of a pixel.
    const style = getComputedStyle(element);
    const { color, backgroundColor, fontSize, fontWeight, border, borderRadius, opacity, padding } = style;
    return {
      width: Math.round(width),
      height: Math.round(height),
      top,
      color,
      backgroundColor,
      fontSize,
      fontWeight,
      border,
      borderRadius,
      opacity,
      padding,
    };
  });

const letters = (page: Page, locale: string) =>
  ours(page, `[lang=${locale}] :is(h2, p), [data-act] [lang=${locale}]`).evaluateAll((texts) =>
    texts.map((text) => {
      const { fontSize, fontWeight, fontFamily, lineHeight, color } = getComputedStyle(text);
      return [text.tagName, fontSize, fontWeight, fontFamily, lineHeight, color].join();
    }),
  );

const box = (page: Page) =>
  ours(page, '.notice').evaluate((element) => element.getBoundingClientRect().toJSON());

for (const layout of LAYOUTS)
  for (const languageMode of MODES)
    test.describe(`as a ${layout}, ${languageMode}`, () => {
      test.use({ files: buildSite({ ...readConfig(), layout, languageMode }) });

      test('the notice stays within the window, and accept and refuse are even', async ({ page, site }) => {
        await visit(page, site);
        for (const size of SIZES) {
          await page.setViewportSize(size);
          const { left, right, top, bottom } = await box(page);
          expect(Math.min(left, top, size.width - right, size.height - bottom)).toBeGreaterThanOrEqual(0);
          const [accept, refuse] = [await looks(page, 'accept'), await looks(page, 'refuse')];
          const isColumn = accept.top !== refuse.top;
          expect(isColumn).toBe(size.width > 736 && layout === 'bar' && languageMode === 'switch');
          expect({ ...refuse, top: 0 }).toEqual({ ...accept, top: 0 });
          for (const act of ['accept', 'refuse'])
            await ours(page, `[data-act=${act}]`).click({ trial: true });
        }
      });

      test('it stands where its name says', async ({ page, site }) => {
        await visit(page, site);
        const { left, right, top, bottom } = await box(page);
        const middle = { bar: true, corner: false, centre: true }[layout];
        expect(Math.abs(left - (1280 - right)) < 20).toBe(middle);
        expect(800 - bottom < 12).toBe(layout !== 'centre');
        expect(top).toBeGreaterThan(0);
        // What lies beside it can still be pressed.
        expect(await page.evaluate(() => document.elementFromPoint(20, 20)?.localName)).not.toBe(
          'kelisim-consent',
        );
      });
    });

test.describe('both languages', () => {
  test.use({ files: buildSite({ ...readConfig(), languageMode: 'both' }) });

  test('stand in sight at once, Kazakh first, with letters of one size, each text with its language', async ({
    page,
    site,
  }) => {
    await visit(page, site);
    const kazakh = await letters(page, 'kk');
    expect(kazakh.length).toBeGreaterThan(5);
    expect(await letters(page, 'ru')).toEqual(kazakh);
    const places = async (locale: string) =>
      (await ours(page, `.both [lang=${locale}]`).boundingBox()) as { x: number; y: number };
    const [kk, ru] = [await places('kk'), await places('ru')];
    expect([kk.y, kk.x < ru.x]).toEqual([ru.y, true]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect((await places('kk')).y).toBeLessThan((await places('ru')).y);
    await expect(ours(page, '.notice')).toHaveAccessibleName(
      'Құпиялылық туралы хабарлама Уведомление о конфиденциальности',
    );
    await expect(button(page, 'Рус')).toHaveCount(0);
    await button(page, /Барлығынан бас тарту\s*Отклонить все/).click();
    await expect.poll(() => page.evaluate(() => window.kelisim.record()?.via)).toBe('refuse');
  });
});

test.describe('with Global Privacy Control', () => {
  test.use({ files: buildSite({ ...readConfig(), languageMode: 'both' }) });

  test('both languages say that it counts', async ({ page, site }) => {
    await page.addInitScript(() =>
      Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }),
    );
    await visit(page, site);
    await expect(ours(page, '.both [lang=kk]')).toContainText('жарнама қосылмайды');
    await expect(ours(page, '.both [lang=ru]')).toContainText('реклама не включится');
  });
});

for (const place of [':root', 'kelisim-consent'])
  test(`a page changes colours and makes room below by properties on ${place}`, async ({ page, site }) => {
    await visit(
      page,
      site,
      `<style>${place} { --kelisim-accent: rgb(1, 2, 3); --kelisim-paper: rgb(250, 240, 230); --kelisim-ink: rgb(9, 8, 7);
        --kelisim-offset: 90px }</style>`,
    );
    const { bottom } = await box(page);
    expect(800 - bottom).toBe(90);
    for (const act of ['accept', 'refuse'])
      expect(await looks(page, act)).toMatchObject({
        backgroundColor: 'rgb(1, 2, 3)',
        color: 'rgb(250, 240, 230)',
      });
    await expect(ours(page, '.notice')).toHaveCSS('color', 'rgb(9, 8, 7)');
  });

test('the language buttons are as large as a thumb, and lie over nothing else', async ({ page, site }) => {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await visit(page, site);
    for (const press of await ours(page, '[data-locale]').all()) {
      const { width = 0, height = 0 } = (await press.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
      await press.click({ trial: true });
    }
  }
});

test('neither notice nor re-open button is printed', { tag: '@needs-media' }, async ({ page, site }) => {
  await visit(page, site);
  await button(page, WORDS.kk.refuse).click();
  await expect(button(page, 'Cookie')).toBeVisible();
  await page.evaluate(() => window.kelisim.open('notice'));
  await page.emulateMedia({ media: 'print' });
  await expect(ours(page, '.notice')).toHaveCount(0);
  await expect(button(page, 'Cookie')).toBeHidden();
});

test('an element at the end of the page takes the place of the re-open button, also on the next page', async ({
  page,
  site,
}) => {
  site.add(
    '/p',
    '<!doctype html><html lang="kk"><head><title>Бет</title>TAG</head><body><button data-kelisim-open data-kelisim-reopen>Құпиялылық</button></body></html>',
  );
  await page.goto(`${site.siteUrl}/p`);
  await button(page, WORDS.kk.refuse).click();
  for (const reload of [false, true]) {
    if (reload) await page.reload();
    // The sheet of the button comes with the file that would bring the button.
    await expect
      .poll(() =>
        page.evaluate(
          () => document.querySelector('kelisim-consent')?.shadowRoot?.adoptedStyleSheets.length ?? 0,
        ),
      )
      .toBeGreaterThan(1);
    await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
    await expect(button(page, 'Cookie')).toHaveCount(0);
    await page.getByRole('button', { name: 'Құпиялылық', exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  }
});

test.describe('parts', () => {
  test.use({ files: buildSite({ ...readConfig(), theme: { parts: true } }) });

  test('let a sheet of the page style the notice, and never accept apart from refuse', async ({
    page,
    site,
  }) => {
    await visit(
      page,
      site,
      '<style>::part(notice) { border-top: 3px solid red } ::part(decide) { letter-spacing: 2px } ::part(settings) { opacity: 0.9 }</style>',
    );
    await expect(ours(page, '.notice')).toHaveCSS('border-top-width', '3px');
    for (const act of ['accept', 'refuse'])
      await expect(ours(page, `[data-act=${act}]`)).toHaveCSS('letter-spacing', '2px');
    await expect(ours(page, '[data-open=preferences]')).toHaveCSS('opacity', '0.9');
  });
});

const PAPER = { light: 'rgb(255, 255, 255)', dark: 'rgb(23, 32, 30)' };

for (const scheme of ['light', 'dark'] as const)
  test.describe(`the scheme ${scheme}`, () => {
    test.use({ files: buildSite({ ...readConfig(), theme: { scheme } }) });

    test('holds whatever the browser wishes', { tag: '@needs-media' }, async ({ page, site }) => {
      await visit(page, site);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await expect(ours(page, '.notice')).toHaveCSS('background-color', PAPER[scheme]);
      }
    });
  });

test.describe('the scheme page', () => {
  test.use({ files: buildSite({ ...readConfig(), theme: { scheme: 'page' } }) });

  test('follows what <html> says, from the first paint and whenever it changes, and else the browser', {
    tag: '@needs-media',
  }, async ({ page, site }) => {
    site.add(
      '/p',
      '<!doctype html><html lang="kk" data-kelisim-theme="dark"><head><title>Бет</title>TAG</head><body></body></html>',
    );
    await page.goto(`${site.siteUrl}/p`);
    const paper = (scheme: 'light' | 'dark') =>
      expect(ours(page, '.notice')).toHaveCSS('background-color', PAPER[scheme]);
    const say = (theme: string) =>
      page.evaluate((theme) => document.documentElement.setAttribute('data-kelisim-theme', theme), theme);
    await paper('dark');
    await page.emulateMedia({ colorScheme: 'dark' });
    await say('light');
    await paper('light');
    await say('');
    await paper('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await paper('light');
  });
});
