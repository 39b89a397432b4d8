import { examine, faint, LOCALES, overflowing, WIDTHS } from './support/axe.ts';
import {
  buildSite,
  button,
  call,
  expect,
  inScheme,
  notice,
  type Page,
  readConfig,
  type Site,
  test,
} from './support/test.ts';

/** The views, and the settings once there is a decision. */
const LAYERS = ['notice', 'preferences', 'policy', 'my choice'] as const;
/** What each of them has at least: nodes that axe has looked at, and texts. */
const LEAST = { nodes: 11, texts: 7 };

const dialog = (page: Page) => page.getByRole('dialog');
const start = async (page: Page, site: Site, layer: (typeof LAYERS)[number], locale: 'kk' | 'ru' = 'kk') => {
  const head = `<meta charset="utf-8">TAG<title>Бет</title><meta name="viewport" content="width=device-width">
    <meta name="color-scheme" content="light dark">`;
  const body = '<main><h1>Бет</h1></main>';
  site.add('/p', `<!doctype html><html lang="${locale}"><head>${head}</head><body>${body}</body></html>`);
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  if (layer === 'notice') return;
  if (layer === 'my choice') await call(page, (kelisim) => kelisim.refuse());
  const view = layer === 'policy' ? layer : 'preferences';
  await page.evaluate((view) => window.kelisim.open(view as 'policy' | 'preferences'), view);
  await expect(dialog(page)).toBeVisible();
};
/** Opens whatever can be opened in our part of the page. */
const unfold = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot;
    for (const details of root?.querySelectorAll('details') ?? []) details.open = true;
  });

for (const layer of LAYERS) {
  for (const locale of LOCALES) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(
        `axe finds nothing wrong with the ${layer}, and its letters are dark enough: ${locale}, ${colorScheme}`,
        inScheme(colorScheme),
        async ({ page, site }) => {
          await page.emulateMedia({ colorScheme });
          await start(page, site, layer, locale);
          await unfold(page);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 740 });
            expect(await examine(page, LEAST.nodes)).toEqual([]);
            expect(await faint(page, LEAST.texts)).toEqual([]);
          }
        },
      );
    }
  }
}

const FORMS = {
  'a card in the corner': { layout: 'corner' },
  'a card in the middle': { layout: 'centre' },
  'both languages at once': { languageMode: 'both' },
  'both languages in a card': { languageMode: 'both', layout: 'corner' },
  'the theme kok': { theme: 'kok' },
} as const;

for (const [name, form] of Object.entries(FORMS))
  test.describe(name, () => {
    test.use({ files: buildSite({ ...readConfig(), ...form } as ReturnType<typeof readConfig>) });

    for (const colorScheme of ['light', 'dark'] as const)
      test(
        `axe finds nothing wrong with it, and its letters are dark enough: ${colorScheme}`,
        inScheme(colorScheme),
        async ({ page, site }) => {
          await page.emulateMedia({ colorScheme });
          for (const locale of LOCALES) {
            await start(page, site, 'notice', locale);
            for (const width of WIDTHS) {
              await page.setViewportSize({ width, height: 740 });
              expect(await examine(page, LEAST.nodes)).toEqual([]);
              expect(await faint(page, LEAST.texts)).toEqual([]);
              expect(await overflowing(page)).toEqual([]);
            }
          }
        },
      );
  });

test('with letters twice as large nothing is cut off and every button can be pressed', async ({
  page,
  site,
}) => {
  for (const locale of LOCALES) {
    await start(page, site, 'notice', locale);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
      const host = document.querySelector<HTMLElement>('kelisim-consent');
      for (const box of host?.shadowRoot?.querySelectorAll<HTMLElement>('[popover]') ?? [])
        box.style.fontSize = '1.8em';
    });
    await page.setViewportSize({ width: 640, height: 900 });
    expect(await overflowing(page)).toEqual([]);
    for (const press of await page.locator('kelisim-consent button').filter({ visible: true }).all())
      await press.click({ trial: true });
  }
});

for (const [name, height] of Object.entries({ 'a small phone': 640, '400 % zoom of a desktop': 256 })) {
  for (const locale of LOCALES) {
    for (const layer of LAYERS) {
      test(`on ${name} the ${layer} in ${locale} needs no sideways scrolling and every button can be pressed`, async ({
        page,
        site,
      }) => {
        await page.setViewportSize({ width: 320, height });
        await start(page, site, layer, locale);
        await unfold(page);
        expect(await overflowing(page)).toEqual([]);
        const pressable = page
          .locator(layer === 'notice' ? 'kelisim-consent' : 'kelisim-consent dialog')
          .locator('button, summary, label, a')
          .filter({ visible: true });
        const count = await pressable.count();
        expect(count).toBeGreaterThan(3);
        for (const each of await pressable.all()) await each.click({ trial: true });
      });
    }
  }
}

test('in forced colours notice, dialog, buttons and switches keep visible borders', {
  tag: '@needs-media',
}, async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await start(page, site, 'preferences');
  const faint = await page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot as ShadowRoot;
    const boxes = '.notice, [data-act], dialog, .foot button, input';
    return [...root.querySelectorAll(boxes)].filter((box) => {
      const { borderTopWidth, borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(box);
      return (
        Number.parseFloat(borderTopWidth) < 1 ||
        borderTopStyle !== 'solid' ||
        borderTopColor === backgroundColor
      );
    }).length;
  });
  expect(faint).toBe(0);
  const flip = dialog(page).getByRole('switch').first();
  const off = await flip.screenshot();
  await flip.check();
  expect((await flip.screenshot()).equals(off)).toBe(false);
});

test('nothing moves by itself when less motion is wanted', { tag: '@needs-media' }, async ({
  page,
  site,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await start(page, site, 'preferences');
  await dialog(page).locator('summary').first().click();
  const moving = await page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot as ShadowRoot;
    const styled = [...root.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return !/^0s(, 0s)*$/.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto';
    });
    return styled.length + document.getAnimations().length + root.getAnimations().length;
  });
  expect(moving).toBe(0);
});

test('what decides can be hit by a thumb: at least 44 pixels high', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await start(page, site, 'notice');
  const low = async (selector: string) => {
    const found = await page.locator('kelisim-consent').locator(selector).filter({ visible: true }).all();
    const boxes = await Promise.all(found.map((each) => each.boundingBox()));
    expect(boxes.length).toBeGreaterThan(0);
    return boxes.filter((box) => box && (box.height < 44 || box.width < 44)).length;
  };
  expect(await low('[data-act], [data-open=preferences]')).toBe(0);
  await button(page, 'Баптаулар').click();
  await expect(dialog(page)).toBeVisible();
  expect(await low('dialog :is(button, label, summary)')).toBe(0);
});
