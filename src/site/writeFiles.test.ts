import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFiles } from './writeFiles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kelisim-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const FILES = new Map([
  ['a.js', 'new'],
  ['b.js', 'new'],
]);
const write = (out: string, files = FILES) => writeFiles(join(folder, out), files);
const everything = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
/** Signs that no file system takes in one name. */
const TOO_LONG = 'x'.repeat(300);

describe('files', () => {
  it('are written into a folder that is made, and in place of those that are there', () => {
    write('deep/out', new Map([['a.js', 'old']]));
    write('not/../deep/out/');
    expect(everything()).toEqual(['deep', 'deep/out', 'deep/out/a.js', 'deep/out/b.js']);
    expect(readFileSync(join(folder, 'deep/out/a.js'), 'utf8')).toBe('new');
  });

  it.each(['x.json', 'x.json/out'])('are not written where a file stands: %s', (out) => {
    writeFileSync(join(folder, 'x.json'), '{}');
    expect(() => write(out)).toThrow(
      new Error(`${join(folder, 'x.json')} is a file. Name a folder with --out.`),
    );
    expect(everything()).toEqual(['x.json']);
  });

  it('are not written, not one of them, where one would take the place of a folder', () => {
    mkdirSync(join(folder, 'b.js'));
    expect(() => write('')).toThrow(
      `${join(folder, 'b.js')} is a folder, and a file belongs there. Move it away, or name another place with --out.`,
    );
    expect(everything()).toEqual(['b.js']);
  });

  it.each<[string, string[]]>([
    ['out', ['out', 'out/a.js']],
    ['deep/new', ['out', 'out/a.js']],
  ])('that cannot all be written leave %s as it was', (out, left) => {
    write('out', new Map([['a.js', 'old']]));
    const files = new Map([...FILES, [TOO_LONG, 'new']]);
    expect(() => write(out, files)).toThrow(`${out} is too long a name. Name another place with --out.`);
    expect(everything()).toEqual(left);
    expect(readFileSync(join(folder, 'out/a.js'), 'utf8')).toBe('old');
  });

  it('are told in words where the place itself cannot be made, of which nothing is left', () => {
    expect(() => write(`deep/${TOO_LONG}`)).toThrow(
      /x is too long a name\. Name another place with --out\.$/,
    );
    expect(everything()).toEqual([]);
  });

  it.runIf(existsSync('/proc/self'))('are told in words where the system knows no such place', () => {
    const said = '/proc/kelisim cannot be written to (ENOENT). Name another place with --out.';
    expect(() => writeFiles('/proc/kelisim', FILES)).toThrow(said);
  });
});
