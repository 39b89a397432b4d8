import { expect } from '@playwright/test';
import type { Side } from './ears.ts';
import { test } from './lab.ts';
import { misses } from './misses.ts';
import { barrier, decide, startTracker, type Trial, tryAll, visit } from './trial.ts';
import { chatter, leaving } from './vectors/chatter.ts';

/** So often each source of the control is heard after the withdrawal before the tested host counts as silent. */
const ROUNDS = 5;

/** How often each source was heard, with what it sends after its first request. */
const count = ({ ears, family }: Trial, side: Side, run: string): Map<string, number> =>
  new Map(
    Object.keys(family.vectors).map((name) => [
      name,
      ['', '-more', '-message'].reduce(
        (sum, rest) => sum + (ears.heard[side].get(`${run}/${name}${rest}`) ?? 0),
        0,
      ),
    ]),
  );

/** Waits until every source of a side was heard `rounds` times more than in `before`. */
async function hear(
  trial: Trial,
  side: Side,
  run: string,
  before = new Map<string, number>(),
): Promise<void> {
  const silent = () =>
    [...count(trial, side, run)]
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
  const given = await trial(chatter, 'external');
  await visit(given);
  await decide(given, 'accept');
  await startTracker(given);
  const run = await tryAll(given);
  await hear(given, 'tested', run);
  await hear(given, 'control', run);
  await decide(given, 'withdraw');
  await barrier(given, run);
  // What was asked for before may still stand in the browser's row for a free connection; longer on a busy machine.
  for (let wait = 0; wait < 2; wait += 1) await hear(given, 'control', run, count(given, 'control', run));
  const before = count(given, 'tested', run);
  await hear(given, 'control', run, count(given, 'control', run));
  const after = count(given, 'tested', run);
  const outcomes = new Map(
    [...after].map(([name, times]) => [name, times > (before.get(name) ?? 0) ? 'done' : 'held'] as const),
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
