import { describe, expect, it } from 'vitest';
import noticeCss from '../notice/notice.css?inline';
import type { Findings } from './loose.ts';
import { checkTheme, contrast, themedCss } from './theme.ts';

const said = (theme: object) => {
  const findings: Findings = { problems: [], warnings: [] };
  checkTheme(theme, findings);
  return findings.problems.map(({ where, message }) => `${where}: ${message}`);
};

describe('contrast', () => {
  it.each([
    ['#000', '#fff', 21],
    ['#ffffff', '#fff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777', '#fff', 4.48],
    ['#ff0000', '#ffffff', 4],
    ['#0b5c4d', '#fff', 7.92],
  ])('of %s and %s is %d', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe('a colour for the buttons', () => {
  it('is taken where its text can be read, on a light and on a dark screen', () => {
    expect(said({ accent: '#767676', accentDark: '#7fd6bf' })).toEqual([]);
  });

  it('is a problem with the measured ratio where it cannot', () => {
    expect(said({ accent: '#777', accentDark: '#0b5c4d' })).toEqual([
      'theme.accent: "#777" has a contrast of 4.47 : 1 to the text on it (#fff); 4.5 : 1 is needed. Write a darker colour.',
      'theme.accentDark: "#0b5c4d" has a contrast of 2.1 : 1 to the text on it (#17201e); 4.5 : 1 is needed. Write a lighter colour.',
    ]);
  });
});

describe('the sheet of the notice', () => {
  const plain = noticeCss.trim();
  const accents = (css: string) => css.match(/(?<=--kelisim-accent,\s*)#\w+/g);

  it('is as it is without a theme', () => {
    expect(themedCss({})).toBe(plain);
    expect(accents(plain)).toEqual(['#0b5c4d', '#7fd6bf']);
  });

  it('gets colours in their places, and no byte more', () => {
    const css = themedCss({ accent: '#123456', accentDark: '#abcdef' });
    expect(accents(css)).toEqual(['#123456', '#abcdef']);
    expect(css).toHaveLength(plain.length);
    expect(accents(themedCss({ accentDark: '#abcdef' }))).toEqual(['#0b5c4d', '#abcdef']);
    expect(accents(themedCss({ accent: '#7fd6bf' }))).toEqual(['#7fd6bf', '#7fd6bf']);
  });

  it('gets fonts, those with a blank or a digit in quotes', () => {
    expect(themedCss({ font: 'PT Sans,  Roboto , 1a' })).toBe(`${plain}:host{--font:"PT Sans",Roboto,"1a"}`);
  });

  it('gets corners for boxes and buttons alike', () => {
    const rule = themedCss({ radius: '8px' }).slice(plain.length);
    expect(rule).toBe('.notice,dialog,.actions>*,.foot>*{border-radius:8px!important}');
  });

  it('holds the colours of one scheme where the site has one', () => {
    expect(themedCss({ scheme: 'auto' })).toBe(plain);
    expect(accents(themedCss({ scheme: 'light' }))).toEqual(['#0b5c4d']);
    const dark = themedCss({ scheme: 'dark' });
    expect(accents(dark)).toEqual(['#0b5c4d', '#7fd6bf']);
    for (const one of ['light', 'dark'] as const)
      expect(themedCss({ scheme: one })).not.toContain('prefers-color-scheme');
  });

  it('follows the page where the page says which', () => {
    const css = themedCss({ scheme: 'page', accentDark: '#abcdef' });
    expect(css).toContain('prefers-color-scheme:dark){:host(:not([data-theme=light]))');
    expect(accents(css)).toEqual(['#0b5c4d', '#abcdef', '#abcdef']);
  });

  it('can be read in every ready theme', () => {
    expect(said({ accent: '#1d4ed8', accentDark: '#93b4fd' })).toEqual([]);
  });

  it('never tells accept from refuse', () => {
    const css = themedCss({ accent: '#123456', accentDark: '#abcdef', radius: '8px', font: 'Arial' });
    expect(css).not.toMatch(/data-act=|accept|refuse/);
  });
});
