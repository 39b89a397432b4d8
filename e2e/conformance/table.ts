import { ENGINES } from '../support/browser.ts';
import type { Cell } from './expected.ts';
import { FAMILIES, LASTING } from './families.ts';
import type { Setup } from './site.ts';
import type { Outcome } from './trial.ts';
import type { Family } from './vector.ts';

/** What may come, or has come, of a vector; empty when nobody knows. */
export type Look = (cell: Cell) => readonly Outcome[];

const WORDS: Record<Outcome, string> = {
  // Nothing comes from an engine that does not have it.
  never: 'held',
  held: 'held',
  sent: 'requested, not run',
  done: 'not held',
};

/** Headings that say how Kelisim stands in the page, where that makes a difference. */
const SETUPS: Partial<Record<Setup, string>> = {
  external: '`snippet.html`',
  inline: '`snippet.inline.html`',
  meta: '`snippet.inline.html` and an empty policy',
};

/** Where more than one result may come, the worst one is told. */
const wordsOf = (outcomes: readonly Outcome[]): string => {
  const worst = (['done', 'sent', 'held', 'never'] as const).find((outcome) => outcomes.includes(outcome));
  return worst ? WORDS[worst] : '?';
};

/** One cell: before a choice, and after a withdrawal where that differs. */
function cellOf(look: Look, cell: Omit<Cell, 'state'>, lasting: boolean): string {
  const withdrawn = wordsOf(look({ ...cell, state: 'withdrawn' }));
  if (lasting) return withdrawn;
  const undecided = wordsOf(look({ ...cell, state: 'undecided' }));
  return undecided === withdrawn ? undecided : `${undecided}; after a withdrawal ${withdrawn}`;
}

/** Rows of a family without its heading: vectors that come out the same in every engine share one. */
function rowsOf(look: Look, family: Family, setup: Setup): string[] {
  const groups = new Map<string, string[]>();
  const lasting = LASTING.includes(family);
  for (const [name, { words }] of Object.entries(family.vectors)) {
    const cells = ENGINES.map((engine) =>
      cellOf(look, { engine, setup, vector: `${family.name}/${name}` }, lasting),
    ).join(' | ');
    groups.set(cells, [...(groups.get(cells) ?? []), words]);
  }
  return [...groups].map(([cells, words]) => `${words.join(', ').replaceAll('|', '\\|')} | ${cells} |`);
}

/** Rows with their heading. Ways to put Kelisim in that make no difference share theirs. */
function sectionsOf(look: Look, family: Family): string[] {
  if (family.name !== 'markup')
    return rowsOf(look, family, 'external').map((row) => `| **${family.title}:** ${row}`);
  const same = new Map<string, string[]>();
  for (const [setup, words] of Object.entries(SETUPS)) {
    const rows = rowsOf(look, family, setup as Setup).join('\n');
    same.set(rows, [...(same.get(rows) ?? []), words]);
  }
  return [...same].flatMap(([rows, words]) =>
    rows.split('\n').map((row) => `| **${family.title} (${words.join(', ')}):** ${row}`),
  );
}

/** The table for people, in Markdown. */
export function renderTable(look: Look): string {
  const rows = [...FAMILIES, ...LASTING].flatMap((family) => sectionsOf(look, family));
  return ['| What a page tries | Chromium | Firefox | WebKit |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

const BLOCK = /(<!-- conformance -->\n).*?(\n<!-- \/conformance -->)/s;

/** The table that stands in the README, or undefined. */
export const tableIn = (readme: string): string | undefined =>
  BLOCK.exec(readme)?.[0].replace(BLOCK, (all, start, end) => all.slice(start.length, -end.length));

/** The README with this table. @throws Error when the README has no place for it */
export function putTable(readme: string, table: string): string {
  if (!BLOCK.test(readme)) throw new Error('README.md has no <!-- conformance --> block.');
  return readme.replace(BLOCK, (_all, start, end) => start + table + end);
}
