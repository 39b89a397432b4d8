import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readHeads } from './heads.ts';

const folder = mkdtempSync(join(tmpdir(), 'kelisim-heads-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = { day: '2026-11-25', count: 4, hash: 'a1'.repeat(32) };
const LINE = JSON.stringify(HEAD);

const readText = (text: string) => {
  const file = join(folder, 'heads.txt');
  writeFileSync(file, text);
  return readHeads(file);
};

describe('a file of ends that were written down', () => {
  it('holds one a line, whatever ends the lines', () => {
    expect(readText(`${LINE}\n${LINE}\n`)).toEqual([HEAD, HEAD]);
    expect(readText(`\uFEFF${LINE}\r\n\r\n`)).toEqual([HEAD]);
  });

  it.each(['', '\n \n'])('is refused when it holds none: %j', (text) => {
    expect(() => readText(text)).toThrow(
      /heads\.txt holds no ends: .*Give a file with what "kelisim records/,
    );
  });

  it.each([
    'Every chain is whole.',
    LINE.slice(0, -9),
    '{}',
    'null',
    LINE.replace('11-25', '02-30'),
    LINE.replace('4', '"4"'),
    LINE.replace('4', '0'),
    LINE.replace('a1', 'x'),
  ])('is refused with its line for %s', (line) => {
    expect(() => readText(`${LINE}\n${line}\n`)).toThrow(/heads\.txt line 2: is no end of a chain/);
  });

  it('is refused by its name when it is not there', () => {
    expect(() => readHeads(join(folder, 'nosuch.txt'))).toThrow(/nosuch\.txt cannot be read .*Give a file/);
  });
});
