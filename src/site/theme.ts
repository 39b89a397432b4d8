import noticeCss from '../notice/notice.css?inline';
import type { Findings, Loose } from './loose.ts';
import type { Theme } from './schema/theme.ts';

/** What the sheet says of a custom property: on a light screen first, then on a dark one. */
const valuesOf = (name: string): string[] =>
  [...noticeCss.matchAll(new RegExp(`--kelisim-${name},\\s*(#[\\da-f]+)`, 'g'))].map(
    ([, value = '']) => value,
  );

/** Red, green and blue of `#fff` or `#ffffff`, 0 to 1. */
function channels(colour: string): number[] {
  const digits = colour.slice(1);
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  return (pairs ?? []).map((pair) => Number.parseInt(pair, 16) / 255);
}

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two hex colours as WCAG 2.2 defines it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const ENOUGH = 4.5;

/** Whether what stands on the accent colours can be read. */
export function checkTheme(theme: Loose<Theme> | undefined, { problems }: Findings): void {
  const [paper = '', paperDark = ''] = valuesOf('paper');
  for (const [key, ground] of [
    ['accent', paper],
    ['accentDark', paperDark],
  ] as const) {
    const colour = theme?.[key];
    if (typeof colour !== 'string' || !/^#([\da-f]{3}|[\da-f]{6})$/i.test(colour)) continue;
    const ratio = contrast(colour, ground);
    if (ratio >= ENOUGH) continue;
    // Rounded down, so that 4.499 is not told of as 4.5.
    const told = Math.floor(ratio * 100) / 100;
    const cure = key === 'accent' ? 'darker' : 'lighter';
    problems.push({
      where: `theme.${key}`,
      message: `"${colour}" has a contrast of ${told} : 1 to the text on it (${ground}); ${ENOUGH} : 1 is needed. Write a ${cure} colour.`,
    });
  }
}

const fontList = (names: string): string =>
  names
    .split(/\s*,\s*/)
    .map((name) => (/^[a-z-]+$/i.test(name) ? name : `"${name}"`))
    .join();

const DARK = /@media \(prefers-color-scheme:\s*dark\)\s*\{\s*:host\s*(\{[^}]*\})\s*\}/;

/** When the dark colours hold; without a scheme the browser's own wish alone decides. */
const DARK_WHEN: Record<NonNullable<Theme['scheme']>, (colours: string, whole: string) => string> = {
  auto: (_colours, whole) => whole,
  light: () => '',
  dark: (colours) => `:host${colours}`,
  page: (colours) =>
    `@media (prefers-color-scheme:dark){:host(:not([data-theme=light]))${colours}}:host([data-theme=dark])${colours}`,
};

/** The sheet of the notice with the look of the site; without a theme it is the sheet as it is. */
export function themedCss({ accent, accentDark, radius, font, scheme = 'auto' }: Theme): string {
  const colours = [accent, accentDark];
  const [light] = valuesOf('accent');
  let css = noticeCss.trim().replace(/(--kelisim-accent,\s*)(#[\da-f]+)/g, (_all, name, colour) => {
    return name + (colours[colour === light ? 0 : 1] ?? colour);
  });
  css = css.replace(DARK, (whole, colours) => DARK_WHEN[scheme](colours, whole));
  if (font) css += `:host{--font:${fontList(font)}}`;
  // Stands against the panel's own sheet, which comes later.
  if (radius) css += `.notice,dialog,.actions>*,.foot>*{border-radius:${radius}!important}`;
  return css;
}
