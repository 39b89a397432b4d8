import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(
  fileURLToPath(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);
const OPTIONS: axe.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
};

/** The widths of the windows in which everything is looked at, in pixels. */
export const WIDTHS = [320, 800, 1280];
/** The languages of the page in which everything is looked at. */
export const LOCALES = ['kk', 'ru'] as const;

/** What axe found on a page and in its frames. */
async function runAxe(page: Page): Promise<axe.AxeResults> {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => 'axe' in window)) continue;
    await frame.evaluate(AXE);
    // The empty page in a frame of ours has no origin in its address, by which axe tells friends.
    await frame.evaluate(() => window.axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }));
  }
  return page.evaluate((options) => window.axe.run(options), OPTIONS);
}

/**
 * What axe finds wrong, as `rule: markup`. It cannot tell what lies behind letters in the top layer: `faint` does that.
 * @param least checks that nodes of ours must have passed; with fewer it looked past us, and that is a finding, too
 * @param inFrame counts what lies in frames instead of what lies in the widget
 */
export async function examine(page: Page, least: number, inFrame = false): Promise<string[]> {
  const { violations, passes } = await runAxe(page);
  const ours = passes
    .flatMap(({ nodes }) => nodes)
    .filter(({ target }) => (inFrame ? target.length > 1 : `${target[0]}`.includes('kelisim-consent')));
  return [
    ...(ours.length < least ? [`only ${ours.length} checks of ours`] : []),
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
  ];
}

/**
 * Our texts whose letters stand out less than 4.5 to 1 against the ground they are on, and drawings less than 3 to 1.
 * @param where the page, or the page inside a frame of ours
 * @param least texts and drawings that must be there; fewer are a finding, too
 */
export const faint = (where: Page | Frame, least: number): Promise<string[]> =>
  where.evaluate((least) => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot;
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
    const dialog = root?.querySelector('dialog[open]');
    const layers = dialog
      ? [dialog]
      : [...(root ?? document).querySelectorAll(root ? ':popover-open' : 'body')];
    // The language switch is laid over the notice, not into it.
    const notice = root?.querySelector('section.notice:not([hidden])') ?? null;
    const groundOf = (element: Element | null): Colour => {
      if (!element && !notice) throw 'there is no ground';
      if (!element) return groundOf(notice);
      const own = read(getComputedStyle(element).backgroundColor);
      return own.alpha === 1 ? own : over(own, groundOf(element.parentElement));
    };
    const opacityOf = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
    const isDrawing = (element: Element) => element.localName === 'path';
    const isText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
    const shown = layers
      .flatMap((layer) => [...layer.querySelectorAll('*')])
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && (isDrawing(element) || isText(element)),
      );
    const weak = shown.filter((element) => {
      const ground = groundOf(element);
      const { color, stroke } = getComputedStyle(element);
      const { rgb, alpha } = read(isDrawing(element) ? stroke : color);
      const letters = over({ rgb, alpha: alpha * opacityOf(element) }, ground);
      const [dark = 0, bright = 0] = [light(letters), light(ground)].sort((one, other) => one - other);
      return (bright + 0.05) / (dark + 0.05) < (isDrawing(element) ? 3 : 4.5);
    });
    const few = shown.length < least ? [`only ${shown.length} texts and drawings of ours`] : [];
    return [...few, ...weak.map(({ outerHTML }) => outerHTML.slice(0, 80))];
  }, least);

/**
 * Boxes of ours that reach over the side of the window or scroll sideways.
 * @param where the page, or the page inside a frame of ours
 */
export const overflowing = (where: Page | Frame): Promise<string[]> =>
  where.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot;
    const dialog = root?.querySelector('dialog[open]');
    const layers = dialog
      ? [dialog]
      : [...(root ?? document).querySelectorAll(root ? ':popover-open' : 'body')];
    if (layers.length === 0) return ['nothing is shown'];
    const shown = layers
      .flatMap((layer) => [layer, ...layer.querySelectorAll('*')])
      .filter((element) => element.checkVisibility({ visibilityProperty: true }));
    const wide = shown.filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < 0 || right > innerWidth || element.scrollWidth > Math.max(element.clientWidth, 1) + 1;
    });
    const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    const inline = (element: Element) => getComputedStyle(element).display === 'inline';
    const boxes = wide.filter((element) => !inline(element));
    return [...page, ...boxes.map(({ outerHTML }) => outerHTML.slice(0, 80))];
  });
