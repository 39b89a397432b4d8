import { describe, expect, it } from 'vitest';
import { isBin } from './bin.ts';

describe('isBin', () => {
  it.each([
    ['971240001315', 'the register entry of a known bank'],
    ['940140000385', 'the register entry of another known bank'],
    ['000000000000', 'the sample of the demo'],
    ['971140000702', 'first round gives 10, the second round decides'],
    ['971140000714', 'first round gives 10, the second round decides'],
  ])('takes %s: %s', (bin) => {
    expect(isBin(bin)).toBe(true);
  });

  it.each(['97124000131', '94014000038', '97114000070'])('takes exactly one last digit after %s', (head) => {
    expect([...'0123456789'].filter((digit) => isBin(head + digit))).toHaveLength(1);
  });

  it.each(['97114000074', '97114000155'])(
    'takes no last digit after %s, where both rounds give 10',
    (head) => {
      expect([...'0123456789'].filter((digit) => isBin(head + digit))).toEqual([]);
    },
  );

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('finds a mistyped digit at place %i', (place) => {
    const bin = '971240001315';
    const wrong = bin.slice(0, place) + ((Number(bin[place]) + 1) % 10) + bin.slice(place + 1);
    expect(isBin(wrong)).toBe(false);
  });

  it.each([
    ['97124000131', '11 digits'],
    ['9712400013150', '13 digits'],
    ['97124000131A', 'a Latin letter'],
    ['97124000131О', 'a Cyrillic letter'],
    ['971240 001315', 'a space'],
    ['971240001315\n', 'a line end'],
    ['٩٧١٢٤٠٠٠١٣١٥', 'digits of another script'],
    ['', 'nothing'],
  ])('refuses %j: %s', (bin) => {
    expect(isBin(bin)).toBe(false);
  });
});
