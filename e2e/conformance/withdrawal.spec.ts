import { expect } from '@playwright/test';
import type { Side } from './ears.ts';
import { test } from './lab.ts';
import { misses } from './misses.ts';
import { barrier, decide, startTracker, type Trial, tryAll, visit } from './trial.ts';
import { chatter, leaving, timers } from './vectors/chatter.ts';

/** So often each source of the control is heard after the withdrawal before the tested host counts as silent. */
const ROUNDS = 3;

/** How often each source was heard; of those that tell when they asked, only with what they asked for `late`. */
const count = ({ ears, family }: Trial, side: Side, run: string, late: boolean): Map<string, number> =>
  new Map(
    Object.keys(family.vectors).map((name) => [
      name,
      (late && name in timers ? ['-late'] : ['', '-more', '-message']).reduce(
        (sum, rest) => sum + (ears.heard[side].get(`${run}/${name}${rest}`) ?? 0),
        0,
      ),
    ]),
  );

/** Waits until every source of a side was heard `rounds` times more than in `before`. */
async function hear(trial: Trial, side: Side, run: string, late: boolean): Promise<void> {
  const before = late ? count(trial, side, run, late) : new Map<string, number>();
  const silent = () =>
    [...count(trial, side, run, late)]
      .filter(([name, times]) => times < (before.get(name) ?? 0) + ROUNDS)
      .map(([name]) => name);
  await trial.ears.until(
    () => silent().length === 0,
    () => `Of the ${side} host these are not heard any more: ${silent().join(', ')}`,
  );
}

test('what a tracker has running falls silent when it is withdrawn; what others run goes on', async ({
  trial,
}) => {
  // Five times it waits for a dozen sources that all send without a pause: three browsers at once on two processors.
  test.slow();
  const given = await trial(chatter, 'external');
  await visit(given);
  await decide(given, 'accept');
  await startTracker(given);
  const run = await tryAll(given);
  await hear(given, 'tested', run, false);
  await hear(given, 'control', run, false);
  await decide(given, 'withdraw');
  await given.engine.evaluate("stage = 'late'");
  await barrier(given, run);
  // What goes on by itself cannot tell when it asked: what was asked for before may still be on its way.
  await hear(given, 'control', run, true);
  const before = count(given, 'tested', run, true);
  await hear(given, 'control', run, true);
  const after = count(given, 'tested', run, true);
  const outcomes = new Map(
    [...after].map(
      ([name, times]) =>
        [name, times > (name in timers ? 0 : (before.get(name) ?? 0)) ? 'done' : 'held'] as const,
    ),
  );
  expect(misses(given, 'withdrawn', outcomes)).toEqual([]);
});

test('a page that is left after a withdrawal sends nothing to the tracker', async ({ trial }) => {
  const given = await trial(leaving, 'external');
  await visit(given);
  await decide(given, 'accept');
  await startTracker(given);
  const run = await tryAll(given);
  await decide(given, 'withdraw');
  await visit(given, true);
  const { heard, until } = given.ears;
  await until(
    () => heard.control.has(`${run}/pagehide`),
    () => 'The beacon of the control never came.',
  );
  await barrier(given, run);
  const outcome = heard.tested.has(`${run}/pagehide`) ? 'done' : 'held';
  expect(misses(given, 'withdrawn', new Map([['pagehide', outcome]]))).toEqual([]);
});
