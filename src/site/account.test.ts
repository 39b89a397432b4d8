import { describe, expect, it } from 'vitest';
import { fill, fitsAccount } from './account.ts';

const filling = { id: '12345', options: { a: { b: [1] } } };

describe('what is put into a preset', () => {
  it.each<[string, unknown, unknown]>([
    ['an account in a text', 'ga-disable-{id}', 'ga-disable-12345'],
    ['an account twice', '{id}/{id}', '12345/12345'],
    ['a number for a whole value', '{id:number}', 12345],
    ['a number inside a text', 'x{id:number}', 'x12345'],
    ['options for a whole value', '{options}', { a: { b: [1] } }],
    [
      'names of keys',
      { 'k{id}': ['{id}', { x: '{options}' }] },
      { k12345: ['12345', { x: { a: { b: [1] } } }] },
    ],
    [
      'nothing else',
      ['{now}', '{if marketing}', '{page}', 1, true, null],
      ['{now}', '{if marketing}', '{page}', 1, true, null],
    ],
  ])('is %s', (_what, given, filled) => {
    expect(fill(given, filling)).toEqual(filled);
  });

  it('leaves the preset as it is and shares nothing with it', () => {
    const given = { args: ['{options}', '{options}'] };
    const [one, other] = fill(given, filling).args as unknown[];
    expect(given).toEqual({ args: ['{options}', '{options}'] });
    expect(one).not.toBe(other);
    expect(one).not.toBe(filling.options);
  });

  it.each([
    ['a b&c#d', 'https://x.kz/{id}', 'https://x.kz/a%20b%26c%23d'],
    ['b1/form', '/own/{id}.js', '/own/b1/form.js'],
    ['https://cdn.x.kz/b1/a.js', '{id}', 'https://cdn.x.kz/b1/a.js'],
    ['$& $1', 'a{id}', 'a$& $1'],
  ])('encodes the account %s inside an address alone: %s', (id, given, filled) => {
    expect(fill(given, { id, options: {} })).toBe(filled);
  });
});

describe('an account', () => {
  it('fits by its whole length', () => {
    const account = { pattern: 'G-[A-Z]{2}|AW-\\d+', verified: true, example: 'G-AB' };
    expect(['G-AB', 'AW-1', 'xG-AB', 'G-ABC', 'AW-1x', ''].map((id) => fitsAccount(id, account))).toEqual([
      ...[true, true, false, false, false, false],
    ]);
  });
});
