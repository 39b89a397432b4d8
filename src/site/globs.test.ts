import { describe, expect, it } from 'vitest';
import { overlap } from './globs.ts';

describe('two patterns', () => {
  it.each([
    ['_ga', '_ga'],
    ['_ga*', '_ga_X'],
    ['_ga_*', '_ga*'],
    ['*_ses', 'a*'],
    ['a*c', '*b*'],
    ['*', 'x'],
    ['a**', 'a'],
  ])('%s and %s have a name in common', (one, other) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['_ga', '_gat'],
    ['_ga_*', '_ga'],
    ['a*c', 'b*'],
    ['*_ses', '*_sess'],
    ['', 'a'],
  ])('%s and %s have none', (one, other) => {
    expect([overlap(one, other), overlap(other, one)]).toEqual([false, false]);
  });
});
