import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

const block = /<!-- requirements -->\n([\s\S]*?)\n<!-- \/requirements -->/.exec(read('README.md'))?.[1] ?? '';

/** The rows of the table: number, what is done, and the tests as `file` *part of a title*. */
const ROWS = [...block.matchAll(/^\| (R-\d\d) \| (.*?) \| (.*) \|$/gm)].map(
  ([, id = '', what = '', proof = '']) => ({ id, what, proof }),
);

const proofsIn = (proof: string) =>
  [...proof.matchAll(/`([\w./]+)` \*([^*]+)\*/g)].map(([, file = '', title = '']) => ({ file, title }));

/** Titles of the tests in a file as they stand there, with `${…}` where a value is put in. */
const titlesIn = (source: string): string[] =>
  [...source.matchAll(/(?:\b(?:test|it|describe)|\))\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g)].map(
    ([, , title = '']) => title,
  );

describe('the table of requirements', () => {
  it('has a row for each of R-01 to R-28, in order', () => {
    const wanted = Array.from({ length: 28 }, (_, at) => `R-${String(at + 1).padStart(2, '0')}`);
    expect(ROWS.map(({ id }) => id)).toEqual(wanted);
  });

  it.each(ROWS)('$id says what is done, and names a test or that it is not met', ({ what, proof }) => {
    expect(what.length).toBeGreaterThan(20);
    expect(proofsIn(proof).length > 0 || /\bnot met\b/i.test(what)).toBe(true);
    // Nothing but proofs stands there, so that none is overlooked for its form.
    expect(proof.replace(/`[\w./]+` \*[^*]+\*/g, '').replace(/[;\s–]/g, '')).toBe('');
  });

  it.each(ROWS.flatMap(({ id, proof }) => proofsIn(proof).map((one) => ({ id, ...one }))))(
    '$id is proved by $file: $title',
    ({ file, title }) => {
      expect(existsSync(new URL(file, ROOT)), file).toBe(true);
      expect(titlesIn(read(file)).some((one) => one.includes(title))).toBe(true);
    },
  );
});
