import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { presets } from '../trackers/index.ts';
import { presetTable, putPresetTable } from './presetTable.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** Cells of one preset's row. */
const cellsOf = (id: string) =>
  presetTable()
    .split('\n')
    .find((line) => line.startsWith(`| \`${id}\` |`))
    ?.split(' | ')
    .slice(1)
    .map((cell) => cell.replace(/ \|$/, ''));

describe('the table of presets', () => {
  it('stands in the README as it is: after a change of presets, run npm run presets', () => {
    expect(putPresetTable(readme)).toBe(readme);
  });

  it('has a row for each preset', () => {
    const ids = [...presetTable().matchAll(/^\| `([\w-]+)` \| [^|]+ \|/gm)].map(([, id]) => id);
    expect(ids).toEqual(['use', ...presets.map(({ id }) => id)]);
  });

  it.each([
    [
      'google-analytics',
      ...['Google Analytics', 'cookies, pixels', '`G-ABCDE12345` °'],
      ...['Google Consent Mode; `ga-disable-ID = true`', 'C'],
    ],
    [
      'yandex-metrica',
      ...['Yandex Metrica', 'cookies, pixels, local storage', '`12345678`'],
      ...["`disableYaCounterID = true`, `ym(ID, 'destruct')`", 'C'],
    ],
    [
      'microsoft-uet',
      ...['Microsoft Advertising (UET)', 'cookies, pixels, local storage', '`12345678` °'],
      ...["`uetq.push('consent', 'update', { ad_storage: 'denied' })`", 'D'],
    ],
    [
      'hotjar',
      ...['Hotjar', 'cookies, pixels, local storage', '`1234567` °', 'no stop: held by the guard', 'D'],
    ],
    ['youtube', 'YouTube', 'cookies, pixels, local storage', '–', 'a frame: taken away', 'D'],
  ])('says of %s what the preset says', (id, ...cells) => {
    expect(cellsOf(id)).toEqual(cells);
  });

  it('says what every mark in it means', () => {
    for (const { grade } of presets) expect(presetTable()).toMatch(new RegExp(`[:,] ${grade} [a-z]`));
    expect(presetTable()).toContain('\n° Nobody');
  });
});

describe('putPresetTable', () => {
  it('replaces what stands between the marks and nothing else', () => {
    const page = (block: string) => `a $& b\n<!-- presets -->\n${block}\n<!-- /presets -->\nc\n`;
    expect(putPresetTable(page('old\n\nrows'))).toBe(page(presetTable()));
  });

  it('throws where the marks are missing', () => {
    expect(() => putPresetTable('no marks')).toThrow('<!-- presets -->');
  });
});
