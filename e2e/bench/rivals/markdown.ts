import { type Result, type Results, ROWS, type Row } from './rows.ts';
import { CONTESTANTS, type Stand } from './stands.ts';

/** What stands in the columns: all but the page without a notice. */
export const COLUMNS = CONTESTANTS.filter((id) => id !== 'none');

/** How and with what it was measured. */
export interface Run {
  rounds: number;
  /** `2026-11-28` */
  day: string;
  browser: string;
  versions: string[];
}

/** A value as people read it: never `-0`. */
export const figure = (value: number, digits: number): string =>
  value.toFixed(digits).replace(/^-(0(?:\.0*)?)$/, '$1');

function cells(row: Row, results: Results): string[] {
  const value = (result: Result) => row.value(result, results.none);
  const base = value(results.kelisim);
  return COLUMNS.map((id) => {
    const own = value(results[id]);
    const ratio = row.ratio ? ` (${figure(own / base, own / base < 9.95 ? 1 : 0)})` : '';
    return figure(own, row.digits) + ratio;
  });
}

/** The table with a line below that says how it was made; Kelisim is 1 in the ratios. */
export function renderTable(results: Results, names: Stand[], run: Run): string {
  const heads = COLUMNS.map((id) => names.find((stand) => stand.id === id)?.tool.name);
  const lines = Object.values(ROWS).map((row) => [row.words, ...cells(row, results)]);
  return [
    `| | ${heads.join(' | ')} |`,
    `|${' --- |'.repeat(COLUMNS.length + 1)}`,
    ...lines.map((line) => `| ${line.join(' | ')} |`),
    '',
    `\`npm run bench\` on ${run.day}: ${run.rounds} rounds, Chromium ${run.browser}, ${run.versions.join(', ')}.`,
  ].join('\n');
}

const BLOCK = /(<!-- bench -->\n).*?(<!-- \/bench -->)/s;

/** The README with this table. @throws Error when it has no place for it */
export function putTable(readme: string, table: string): string {
  if (!BLOCK.test(readme)) throw new Error('README.md has no <!-- bench --> block.');
  return readme.replace(BLOCK, (_all, start, end) => `${start}${table}\n${end}`);
}

/** The table that stands in the README, or undefined. */
export const tableIn = (readme: string): string | undefined => BLOCK.exec(readme)?.[0];
