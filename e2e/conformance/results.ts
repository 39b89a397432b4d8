import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES, startable } from '../support/browser.ts';
import type { Cell } from './expected.ts';
import { renderTable } from './table.ts';
import type { Outcome } from './trial.ts';

const RESULTS = join(import.meta.dirname, '../../test-results');
const FOLDER = join(RESULTS, 'conformance');

type Where = Omit<Cell, 'vector'>;

const keyOf = ({ engine, state, setup }: Where, family: string) => `${engine}-${state}-${setup}-${family}`;

/** Keeps what a round has shown, for the table. */
export function keep(where: Where, family: string, outcomes: Map<string, Outcome>): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${keyOf(where, family)}.json`), JSON.stringify(Object.fromEntries(outcomes)));
}

/** After all tests: writes the measured table to `test-results/conformance.md` and its sums to the console. */
export default function report(): void {
  if (!existsSync(FOLDER)) return;
  const kept = new Map<string, Record<string, Outcome>>(
    readdirSync(FOLDER).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
    ]),
  );
  const look = (cell: Cell): Outcome[] => {
    const [family = '', name = ''] = cell.vector.split('/');
    const outcome = kept.get(keyOf(cell, family))?.[name];
    return outcome ? [outcome] : [];
  };
  writeFileSync(join(RESULTS, 'conformance.md'), `${renderTable(look)}\n`);
  const absent = ENGINES.filter((engine) => !startable().includes(engine));
  if (absent.length > 0) console.log(`conformance: not run in ${absent.join(', ')}`);
  for (const engine of startable()) {
    const all = [...kept].filter(
      ([key]) => key.startsWith(`${engine}-undecided-`) && !key.includes('-none-'),
    );
    const outcomes = all.flatMap(([, found]) => Object.values(found));
    const sum = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length;
    console.log(
      `conformance in ${engine}, before a choice: ${sum('held')} held, ${sum('sent')} requested but not run, ${sum('done')} not held`,
    );
  }
}
