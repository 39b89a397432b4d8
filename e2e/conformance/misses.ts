import { expected, type State } from './expected.ts';
import { keep } from './results.ts';
import type { Outcome, Trial } from './trial.ts';

/** The vectors of a round that came out otherwise than expected, in words. The results are kept for the table. */
export function misses(trial: Trial, state: State, outcomes: Map<string, Outcome>): string[] {
  const { family, setup, engineName: engine } = trial;
  keep({ engine, state, setup }, family.name, outcomes);
  return [...outcomes].flatMap(([name, outcome]) => {
    const may = expected({ engine, state, setup, vector: `${family.name}/${name}` });
    return may.includes(outcome) ? [] : [`${state} ${name}: ${outcome}, expected ${may.join(' or ')}`];
  });
}
