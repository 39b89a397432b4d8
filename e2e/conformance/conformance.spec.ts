import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { EngineName } from '../support/browser.ts';
import { expected, isPossible, type State } from './expected.ts';
import { FAMILIES } from './families.ts';
import { type Lab, test } from './lab.ts';
import type { Setup } from './site.ts';
import { judge, type Outcome, type Trial, tryAll, visit } from './trial.ts';
import type { Family } from './vector.ts';

/** What stands in the page is a race with the look-ahead parser, so it is tried with each way to put Kelisim in. */
const setupsOf = ({ kind }: Family): readonly Setup[] =>
  kind === 'page' ? ['external', 'inline', 'meta'] : ['external'];

const callAndWait = (method: string) =>
  `new Promise((resolve) => { kelisim.on('decided', () => resolve(1)); kelisim.${method}(); })`;

/** One more round: of what stands in the page by loading it anew, of the rest on the same page, without a reload. */
const again = (trial: Trial): Promise<string> =>
  trial.family.kind === 'page' ? visit(trial, true) : tryAll(trial);

/** Brings the page into a state and tries everything there. Resolves with the name of that round. */
const ARRIVE: Record<State, (trial: Trial) => Promise<string>> = {
  async undecided(trial) {
    const run = await visit(trial);
    return trial.family.kind === 'page' ? run : tryAll(trial);
  },
  async refused(trial) {
    await visit(trial);
    await trial.engine.evaluate(callAndWait('refuse'));
    return again(trial);
  },
  async granted(trial) {
    await visit(trial);
    await trial.engine.evaluate(callAndWait('accept'));
    return again(trial);
  },
  async withdrawn(trial) {
    const run = await ARRIVE.granted(trial);
    await judge(trial, run);
    await trial.engine.evaluate(callAndWait('withdraw'));
    return again(trial);
  },
};

interface Round extends Omit<Lab, 'site'> {
  site: Trial['site'];
  engineName: EngineName;
  family: Family;
  setup: Setup;
  state: State;
}

/** Tries a family and lists the vectors that came out otherwise than expected, in words. */
async function misses({ engineName, state, ...round }: Round): Promise<string[]> {
  const { family, setup } = round;
  const names = Object.keys(family.vectors);
  const never = new Set(names.filter((name) => !isPossible(engineName, `${family.name}/${name}`)));
  const trial = { ...round, never };
  const outcomes = await judge(trial, await ARRIVE[state](trial));
  keep(`${engineName}-${state}-${setup}-${family.name}`, outcomes);
  return [...outcomes].flatMap(([name, outcome]) => {
    const may = expected({ engine: engineName, state, setup, vector: `${family.name}/${name}` });
    return may.includes(outcome) ? [] : [`${name}: ${outcome}, expected ${may.join(' or ')}`];
  });
}

/** Keeps the results for the table in `test-results`. */
function keep(name: string, outcomes: Map<string, Outcome>): void {
  const folder = join(import.meta.dirname, '../../test-results/conformance');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(Object.fromEntries(outcomes)));
}

for (const family of FAMILIES) {
  test(`${family.name} without Kelisim: everything comes through, so silence means something`, async ({
    lab,
    engineName,
  }) => {
    const site = lab.site.known;
    expect(await misses({ ...lab, site, engineName, family, setup: 'none', state: 'undecided' })).toEqual([]);
  });

  for (const setup of setupsOf(family))
    for (const state of ['undecided', 'refused', 'granted', 'withdrawn'] as const)
      test(`${family.name}, ${setup}, ${state}`, async ({ lab, engineName }) => {
        const site = lab.site.known;
        expect(await misses({ ...lab, site, engineName, family, setup, state })).toEqual([]);
      });
}
