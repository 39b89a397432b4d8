import { describe, expect, it } from 'vitest';
import { placeOf } from './problems.ts';
import { lineAndColumn, readSource } from './source.ts';

const TEXT = '{\r\n  "a": { "b": [1, { "c.d": 2 }] },\n\t"ә": "ө"\n}';
const { source } = readSource('x.json', TEXT);

describe('a place', () => {
  it.each([
    ['', '1:1'],
    ['a', '2:3'],
    ['a.b', '2:10'],
    ['a.b[0]', '2:16'],
    ['a.b[1]', '2:19'],
    ['a.b[1]["c.d"]', '2:21'],
    ['ә', '3:2'],
  ])('"%s" stands at %s', (where, at) => {
    expect(source.at(where)).toBe(at);
  });

  it.each([
    ['a.x', '2:3'],
    ['a.b[7].y', '2:10'],
    ['z', '1:1'],
  ])('"%s", which is not there, at what is nearest to it: %s', (where, at) => {
    expect(source.at(where)).toBe(at);
  });

  it('is written as it is read', () => {
    const path = ['a', 'b', 1, 'c.d'];
    expect(placeOf(path)).toBe('a.b[1]["c.d"]');
    expect(placeOf(['texts', 'x"]\\'])).toBe('texts["x\\"]\\\\"]');
    expect(readSource('x', '{"texts": {"x\\"]\\\\": 1}}').source.at('texts["x\\"]\\\\"]')).toBe('1:12');
  });

  it('counts from 1 in lines and columns', () => {
    expect([0, 1, 2, 3].map((offset) => lineAndColumn('a\nbc', offset))).toEqual([
      '1:1',
      '1:2',
      '2:1',
      '2:2',
    ]);
  });

  it('is right behind a byte order mark', () => {
    const { source, value } = readSource('x.json', '\uFEFF{"a": 1}');
    expect([value, source.at('a')]).toEqual([{ a: 1 }, '1:2']);
  });
});
