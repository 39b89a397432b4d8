import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';

/**
 * A font in which every character of the basic plane is one box, half as wide as its size, in every weight: lines of it
 * break at the same places on every machine. One glyph, `cmap` format 13; ascent 0.8 and descent 0.2 of the size.
 */
const EVEN = readFileSync(new URL('../fixtures/even.ttf', import.meta.url), 'base64');

/** Name of that font for the configuration. */
export const FONT = 'even';

/** Gives a page, or the page in a frame, the font in which lines break everywhere alike. */
export const addFont = (where: Page | Frame) =>
  where.evaluate(
    async ([name, font]) => {
      const face = new FontFace(name, `url(data:font/ttf;base64,${font})`, { weight: '1 1000' });
      document.fonts.add(await face.load());
    },
    [FONT, EVEN] as const,
  );

/** What tells one look from another; values that change nothing are left out. */
const PROPERTIES: Record<string, string> = {
  display: 'block',
  position: 'static',
  color: '',
  'background-color': 'rgba(0, 0, 0, 0)',
  'font-size': '',
  'line-height': '',
  'font-weight': '400',
  'text-align': 'start',
  'text-decoration-line': 'none',
  border: '',
  'border-radius': '0px',
  padding: '0px',
  margin: '0px',
  gap: 'normal',
  'flex-wrap': 'nowrap',
  overflow: 'visible',
  'box-shadow': 'none',
  'clip-path': 'none',
  opacity: '1',
  stroke: 'none',
};

/** One element of ours that can be seen. */
export interface Seen {
  depth: number;
  /** Tag, classes and what it does. */
  name: string;
  /** Left and top from the parent's, width and height, in whole pixels; nothing where it lies outside the window. */
  place: string;
  /** Its styles. */
  look: string;
  /** Its colours alone. */
  colours: string;
}

/**
 * Everything of ours that can be seen, in the order of the document.
 * @param where the page, or the page in a frame of ours
 */
export const seen = (where: Page | Frame): Promise<Seen[]> =>
  where.evaluate((properties) => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot;
    const dialog = root?.querySelector('dialog[open]');
    const layers = dialog ? [dialog] : [...(root ? root.querySelectorAll(':popover-open') : [document.body])];
    const nameOf = (element: Element) => {
      const marks = ['role', 'data-act', 'data-open', 'value', 'lang']
        .filter((mark) => element.hasAttribute(mark))
        .map((mark) => `[${element.getAttribute(mark)}]`);
      return [element.localName, ...[...element.classList].map((word) => `.${word}`), ...marks].join('');
    };
    const styleOf = (element: Element) => {
      const style = getComputedStyle(element);
      const get = (name: string) => style.getPropertyValue(name);
      // Written for all sides at once, it is empty where they differ.
      const border =
        get('border-width') === '0px'
          ? ''
          : `${get('border-width')} ${get('border-style')} ${get('border-color')}`;
      const value = (name: string) => (name === 'border' ? border : get(name));
      const told = Object.keys(properties).filter((name) => value(name) && value(name) !== properties[name]);
      const say = (names: string[]) => names.map((name) => `${name}: ${value(name)}`).join('; ');
      return {
        look: say(told),
        colours: say(told.filter((name) => /color|border$|stroke|shadow/.test(name))),
      };
    };
    const placeOf = (element: Element, from: { left: number; top: number }) => {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const isIn = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      return isIn ? [left - from.left, top - from.top, width, height].map(Math.round).join(' ') : '';
    };
    const walk = (element: Element, depth: number, from: { left: number; top: number }): Seen[] =>
      element.checkVisibility({ visibilityProperty: true })
        ? [
            { depth, name: nameOf(element), place: placeOf(element, from), ...styleOf(element) },
            ...[...element.children].flatMap((child) =>
              walk(child, depth + 1, element.getBoundingClientRect()),
            ),
          ]
        : [];
    return layers.flatMap((layer) => walk(layer, 0, { left: 0, top: 0 }));
  }, PROPERTIES);

/** Of equal lines about what lies outside the window, or about colours, the first. */
export const once = (lines: string[]) =>
  lines.filter((line, at) => !/^outside|{/.test(line) || lines.indexOf(line) === at);

/** Tells equal looks by a number that follows the name, and lists them at the end. */
export const createBook = () => {
  const looks = new Map<string, string[]>();
  return {
    line({ depth, name, place, look }: Seen) {
      const known = looks.get(name) ?? [];
      looks.set(name, known);
      if (!known.includes(look)) known.push(look);
      const id = `${name}~${known.indexOf(look) + 1}`;
      return place ? `${'  '.repeat(depth)}${id} ${place}` : `outside: ${id}`;
    },
    list: () => [...looks].flatMap(([name, all]) => all.map((look, at) => `${name}~${at + 1} { ${look} }`)),
  };
};
