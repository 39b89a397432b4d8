import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expected, type State } from './expected.ts';
import { FAMILIES } from './families.ts';
import { test } from './lab.ts';
import type { Setup } from './site.ts';
import { judge, type Outcome, type Trial, tryAll, visit } from './trial.ts';
import type { Family } from './vector.ts';

/** What stands in the page is a race with the look-ahead parser, so it is tried with each way to put Kelisim in. */
const setupsOf = ({ name }: Family): readonly Setup[] =>
  name === 'markup' ? ['external', 'inline', 'meta'] : ['external'];

const decide = ({ engine }: Trial, method: string) =>
  engine.evaluate(
    `new Promise((resolve) => { kelisim.on('decided', () => resolve(1)); kelisim.${method}(); })`,
  );

/** One more round: of what stands in the page by loading it anew, of the rest on the same page, without a reload. */
const again = (trial: Trial): Promise<string> =>
  trial.family.kind === 'page' ? visit(trial, true) : tryAll(trial);

/** The vectors of a round that came out otherwise than expected, in words. */
async function misses(trial: Trial, state: State, run: string): Promise<string[]> {
  const { family, setup, engineName: engine } = trial;
  const outcomes = await judge(trial, run);
  keep(`${engine}-${state}-${setup}-${family.name}`, outcomes);
  return [...outcomes].flatMap(([name, outcome]) => {
    const may = expected({ engine, state, setup, vector: `${family.name}/${name}` });
    return may.includes(outcome) ? [] : [`${state} ${name}: ${outcome}, expected ${may.join(' or ')}`];
  });
}

/** A first round on a new page. */
async function arrive(trial: Trial, state: State): Promise<string[]> {
  const run = await visit(trial);
  return misses(trial, state, trial.family.kind === 'page' ? run : await tryAll(trial));
}

/** A round after a decision. */
async function after(trial: Trial, method: string, state: State): Promise<string[]> {
  await decide(trial, method);
  return misses(trial, state, await again(trial));
}

/** Keeps the results for the table in `test-results`. */
function keep(name: string, outcomes: Map<string, Outcome>): void {
  const folder = join(import.meta.dirname, '../../test-results/conformance');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(Object.fromEntries(outcomes)));
}

for (const family of FAMILIES) {
  test(`${family.name} without Kelisim: all comes through, so silence means something`, async ({ trial }) => {
    expect(await arrive(trial(family, 'none'), 'undecided')).toEqual([]);
  });

  for (const setup of setupsOf(family)) {
    test(`${family.name} (${setup}), before a choice and refused`, async ({ trial }) => {
      const given = trial(family, setup);
      const undecided = await arrive(given, 'undecided');
      const refused = await after(given, 'refuse', 'refused');
      expect([...undecided, ...refused]).toEqual([]);
    });

    test(`${family.name} (${setup}), granted, then withdrawn`, async ({ trial }) => {
      const given = trial(family, setup);
      await visit(given);
      const granted = await after(given, 'accept', 'granted');
      const withdrawn = await after(given, 'withdraw', 'withdrawn');
      expect([...granted, ...withdrawn]).toEqual([]);
    });
  }
}
