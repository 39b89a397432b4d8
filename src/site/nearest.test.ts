import { describe, expect, it } from 'vitest';
import { meant, nearest } from './nearest.ts';

const KEYS = ['id', 'name', 'purpose', 'provider', 'description', 'consentMode'];

describe('the nearest word', () => {
  it.each([
    ['porpose', 'purpose'],
    ['Purpose', 'purpose'],
    ['purposes', 'purpose'],
    ['nmae', 'name'],
    ['nam', 'name'],
    ['consent-mode', 'consentMode'],
    ['desciption', 'description'],
    ['ids', 'id'],
    ['country', undefined],
    ['', undefined],
  ])('of "%s" is %s', (word, near) => {
    expect(nearest(word, KEYS)).toBe(near);
  });

  it('is the one that differs least', () => {
    expect(nearest('cookies', ['cookiex1', 'cookie', 'cooki'])).toBe('cookie');
  });

  it('is asked for in a sentence, or not at all', () => {
    expect([meant('nam', KEYS), meant('xyz', KEYS)]).toEqual([' Did you mean "name"?', '']);
  });
});
