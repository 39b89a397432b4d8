import { expect } from '@playwright/test';
import { expected, type State } from './expected.ts';
import { FAMILIES } from './families.ts';
import { judge } from './judge.ts';
import { test } from './lab.ts';
import { misses } from './misses.ts';
import type { Setup } from './site.ts';
import { decide, startTracker, type Trial, tryAll, visit } from './trial.ts';
import type { Family } from './vector.ts';

/** What stands in the page is a race with the look-ahead parser, so it is tried with each way to put Kelisim in. */
const setupsOf = ({ name }: Family): readonly Setup[] =>
  name === 'markup' ? ['external', 'inline', 'meta'] : ['external'];

/** One more round: of what stands in the page by loading it anew, of the rest on the same page, without a reload. */
const again = (trial: Trial): Promise<string> =>
  trial.family.kind === 'page' ? visit(trial, true) : tryAll(trial);

/** Names of what comes through in this state, and cannot do otherwise. */
const freeIn = ({ family, setup, engineName: engine }: Trial, state: State): string[] =>
  Object.keys(family.vectors).filter(
    (name) => expected({ engine, state, setup, vector: `${family.name}/${name}` }).join() === 'done',
  );

/** Waits for the control of a round, then lists what came out otherwise than expected. */
const judgeRound = async (trial: Trial, state: State, run: string): Promise<string[]> =>
  misses(trial, state, await judge(trial, run, freeIn(trial, state)));

/** A first round on a new page. */
async function arrive(trial: Trial, state: State): Promise<string[]> {
  const run = await visit(trial);
  return judgeRound(trial, state, trial.family.kind === 'page' ? run : await tryAll(trial));
}

/** A round after a decision. */
async function after(trial: Trial, method: 'refuse' | 'withdraw', state: State): Promise<string[]> {
  await decide(trial, method);
  return judgeRound(trial, state, await again(trial));
}

for (const family of FAMILIES) {
  test(`${family.name} without Kelisim: all comes through, so silence means something`, async ({ trial }) => {
    expect(await arrive(await trial(family, 'none'), 'undecided')).toEqual([]);
  });

  for (const setup of setupsOf(family)) {
    test(`${family.name} (${setup}), before a choice and refused`, async ({ trial }) => {
      const given = await trial(family, setup);
      const undecided = await arrive(given, 'undecided');
      const refused = await after(given, 'refuse', 'refused');
      expect([...undecided, ...refused]).toEqual([]);
    });

    test(`${family.name} (${setup}), granted, then withdrawn`, async ({ trial }) => {
      const given = await trial(family, setup);
      await visit(given);
      await decide(given, 'accept');
      await startTracker(given);
      const granted = await judgeRound(given, 'granted', await again(given));
      const withdrawn = await after(given, 'withdraw', 'withdrawn');
      expect([...granted, ...withdrawn]).toEqual([]);
    });
  }
}
