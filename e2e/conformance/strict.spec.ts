import { expect } from '@playwright/test';
import { judge } from './judge.ts';
import { test } from './lab.ts';
import { decide, type Trial, tryAll, visit } from './trial.ts';
import type { Family } from './vector.ts';
import { elements } from './vectors/elements.ts';
import { frames } from './vectors/frames.ts';
import { network } from './vectors/network.ts';
import { storage } from './vectors/storage.ts';
import { styles } from './vectors/styles.ts';

interface Entry {
  vector: string;
  url: string;
  tracker: string;
  held: boolean;
}

const heldBy = ({ engine }: Trial) => engine.evaluate<Entry[]>('kelisim.held()');

/** What came through of a round, when all that is allowed has come through. */
async function through(trial: Trial): Promise<string[]> {
  const outcomes = await judge(trial, await tryAll(trial), []);
  return [...outcomes]
    .filter(([, outcome]) => outcome === 'sent' || outcome === 'done')
    .map(([name]) => name);
}

/** Tries a family before a choice and with everything accepted: nobody has declared the tested host and its names. */
async function tryTwice(trial: Trial): Promise<void> {
  await visit(trial);
  expect(await through(trial)).toEqual([]);
  await decide(trial, 'accept');
  expect(await through(trial)).toEqual([]);
}

const ASKING: readonly Family[] = [elements, frames, network, styles];

for (const family of ASKING)
  test(`${family.name} in the mode strict: only the site and who is allowed are reached`, async ({
    trial,
  }) => {
    const given = await trial(family, 'external', 'strict');
    await tryTwice(given);
    const { origin } = given.ears;
    const told = await heldBy(given);
    const about = (address: string) => told.filter(({ url }) => url.startsWith(address));
    expect(about(origin.control)).toEqual([]);
    expect(about(new URL(given.site.page(family, 'external', '')).origin)).toEqual([]);
    expect(about(origin.tested).filter(({ held, tracker }) => !held || tracker !== 'unknown')).toEqual([]);
    expect(about(origin.tested).length).toBeGreaterThan(0);
  });

test('what only the policy of the mode strict can hold is told as its refusal', async ({ trial }) => {
  const given = await trial(styles, 'external', 'strict');
  await visit(given);
  await through(given);
  const { origin } = given.ears;
  const refusals = (await heldBy(given)).filter(({ vector }) => vector === 'csp');
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.filter(({ url, held }) => !held || !url.startsWith(origin.tested))).toEqual([]);
});

test('in the mode strict a name that nobody declares is not stored, and one that is allowed is', async ({
  trial,
}) => {
  const given = await trial(storage, 'external', 'strict');
  await tryTwice(given);
  const told = await heldBy(given);
  const names = told.filter(({ held }) => held).map(({ url }) => url);
  expect(names.filter((name) => !name.startsWith('tested_'))).toEqual([]);
  expect(names.length).toBeGreaterThan(0);
});
