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

describe('a key that stands twice in one object', () => {
  const repeated = (text: string) => readSource('x.json', text).repeated;

  it('is told of at each place behind the first, at any depth', () => {
    const text = '{"a": 1, "b": [{"c.d": {"e": 1,\n"e": 2, "e": 3}}], "a": {"f": 1, "f": 2}}';
    expect(repeated(text)).toEqual([
      { where: 'b[0]["c.d"].e', message: 'stands here twice, first at 1:25. Merge them.', at: '2:1' },
      { where: 'b[0]["c.d"].e', message: 'stands here twice, first at 1:25. Merge them.', at: '2:9' },
      { where: 'a', message: 'stands here twice, first at 1:2. Merge them.', at: '2:20' },
      { where: 'a.f', message: 'stands here twice, first at 2:26. Merge them.', at: '2:34' },
    ]);
  });

  it('is the same key however it is written', () => {
    expect(
      repeated('{"a": 1, "\\u0061": 2, "__proto__": 1, "__proto__": 2}').map(({ where }) => where),
    ).toEqual(['a', '__proto__']);
  });

  it('is none in another object or in a text', () => {
    expect(repeated('{"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}], "c": "a", "toString": 1}')).toEqual([]);
  });

  it('is looked for where its last value stands, which is the one that counts', () => {
    const { source, value } = readSource('x.json', '{"a": {"b": 1},\n"a": {"b": 2}}');
    expect([value, source.at('a.b')]).toEqual([{ a: { b: 2 } }, '2:7']);
  });
});
