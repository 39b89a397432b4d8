import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
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

const AXE = readFileSync(
  fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);
const OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
};
/** The views, and the settings once there is a decision. */
const LAYERS = ['notice', 'preferences', 'policy', 'my choice'] as const;
const WIDTHS = [320, 360, 800, 1280];
const LOCALES = ['kk', 'ru'] as const;

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

/** What axe finds. It cannot tell what lies behind letters in the top layer: `faint` does that. */
async function examine(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    OPTIONS,
  );
  const ours = passes
    .flatMap(({ nodes }) => nodes)
    .filter(({ target }) => `${target[0]}`.includes('kelisim'));
  expect(ours.length).toBeGreaterThan(10);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Our texts whose letters stand out less than 4.5 to 1 against the ground they are on. */
const faint = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot as ShadowRoot;
    type Colour = { rgb: number[]; alpha: number };
    const read = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return { rgb: [red, green, blue], alpha };
    };
    const over = (top: Colour, ground: Colour): Colour => ({
      rgb: top.rgb.map((part, at) => part * top.alpha + Number(ground.rgb[at]) * (1 - top.alpha)),
      alpha: 1,
    });
    const light = ({ rgb }: Colour) => {
      const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      const [red = 0, green = 0, blue = 0] = rgb.map((part) => linear(part / 255));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const layer = root.querySelector('dialog[open]') ?? (root.querySelector(':popover-open') as Element);
    // The language switch is laid over the notice, not into it.
    const notice = root.querySelector('.notice:not([hidden])');
    const groundOf = (element: Element | null): Colour => {
      if (!element) return groundOf(notice);
      const own = read(getComputedStyle(element).backgroundColor);
      return own.alpha === 1 ? own : over(own, groundOf(element.parentElement));
    };
    const opacityOf = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
    const texts = [...layer.querySelectorAll('*')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
    );
    const weak = texts.filter((element) => {
      const ground = groundOf(element);
      const { rgb, alpha } = read(getComputedStyle(element).color);
      const letters = over({ rgb, alpha: alpha * opacityOf(element) }, ground);
      const [dark = 0, bright = 0] = [light(letters), light(ground)].sort((one, other) => one - other);
      return (bright + 0.05) / (dark + 0.05) < 4.5;
    });
    return texts.length < 7 ? ['too few texts'] : weak.map(({ outerHTML }) => outerHTML.slice(0, 80));
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
            expect(await examine(page)).toEqual([]);
            expect(await faint(page)).toEqual([]);
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
              expect(await examine(page)).toEqual([]);
              expect(await faint(page)).toEqual([]);
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

/** Boxes of ours that reach over the side of the window or scroll sideways. */
const overflowing = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot as ShadowRoot;
    const layer = root.querySelector('dialog[open]') ?? (root.querySelector(':popover-open') as Element);
    const shown = [layer, ...layer.querySelectorAll('*')].filter((element) =>
      element.checkVisibility({ visibilityProperty: true }),
    );
    const wide = shown.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > innerWidth || element.scrollWidth > Math.max(element.clientWidth, 1) + 1;
    });
    const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    const inline = (element: Element) => getComputedStyle(element).display === 'inline';
    const boxes = wide.filter((element) => !inline(element));
    return [...page, ...boxes.map(({ outerHTML }) => outerHTML.slice(0, 80))];
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
