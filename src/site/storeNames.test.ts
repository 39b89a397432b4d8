import { describe, expect, it } from 'vitest';
import { distinctNames, nameCovers } from './storeNames.ts';

describe('nameCovers', () => {
  it.each([
    ['_ga', '_ga'],
    ['_ga_*', '_ga_ABC'],
    ['_ym*', '_ym_*'],
    ['a.b', 'a.b'],
  ])('%s stands for %s', (name, other) => {
    expect(nameCovers(name, other)).toBe(true);
  });

  it.each([
    ['_ga', '_ga_ABC'],
    ['_ga_*', '_ga'],
    ['_ym_*', '_ym*'],
    ['a.b', 'axb'],
  ])('%s does not stand for %s', (name, other) => {
    expect(nameCovers(name, other)).toBe(false);
  });
});

describe('distinctNames', () => {
  it('drops what another name stands for, too, and keeps the order', () => {
    expect(distinctNames(['_ym_uid', 'x', '_ym_*', '_ym_d', '_ym*', 'x'])).toEqual(['x', '_ym*']);
  });

  it('keeps one of two that are the same', () => {
    expect(distinctNames(['_hj*', '_hj*'])).toEqual(['_hj*']);
  });
});
