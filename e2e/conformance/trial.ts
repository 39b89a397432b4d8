import type { EngineName } from '../support/browser.ts';
import type { Engine } from '../support/engine.ts';
import type { Ears, Side } from './ears.ts';
import type { Setup, Site } from './site.ts';
import type { Family } from './vector.ts';

/**
 * What became of a vector: `never` is not sent by this engine even without Kelisim; `held` came to nobody; `sent` was
 * asked for but did not run; `done` came through.
 */
export type Outcome = 'never' | 'held' | 'sent' | 'done';

/** A family on its page in one engine. */
export interface Trial {
  engineName: EngineName;
  engine: Engine;
  ears: Ears;
  site: Site;
  family: Family;
  setup: Setup;
  /** Names of vectors that this engine is known never to send: nobody waits for them. */
  never: ReadonlySet<string>;
}

let runs = 0;
/** A name for one round of vectors: it stands in every address and stored name, so no round hears an earlier one. */
export const newRun = (): string => `r${++runs}`;

const quote = JSON.stringify;

/** The mark that a vector leaves when it runs. */
export const markOf =
  ({ ears }: Trial, side: Side, run: string) =>
  (name: string) =>
    `${new URL(ears.origin[side]).host} ${run}/${name}`;

/** Goes to the page and tries everything that its source holds. Cookies of before stay only when `keep`. */
export async function visit(trial: Trial, keep = false): Promise<string> {
  const run = newRun();
  const { engine, site, family, setup } = trial;
  await engine[keep ? 'go' : 'open'](site.page(family, setup, run));
  return run;
}

/** Tries every vector that runs on the open page, the tested host before the control. */
export async function tryAll({ engine, ears }: Trial): Promise<string> {
  const run = newRun();
  for (const side of ['tested', 'control'] as const) ears.heard[side].delete('stun');
  await engine.evaluate(`prepare(${quote({ run, origin: ears.origin, stun: ears.stun })})`);
  await engine.click('#try');
  return run;
}

/** Runs a script of the tested host, as a granted tracker is started, and waits for it. */
export async function startTracker(trial: Trial): Promise<void> {
  const run = newRun();
  const address = `${trial.ears.origin.tested}/${run}/tracker.js`;
  await trial.engine.evaluate(
    `void (add(document.createElement('script'), document.head).src = ${quote(address)})`,
  );
  const absent = await trial.engine.evaluate<string[]>(
    `ran.until(${quote([markOf(trial, 'tested', run)('tracker')])})`,
  );
  if (absent.length > 0) throw new Error('The granted tracker never ran.');
}

/** Two round trips to the control: what was asked for before is on its way by then. */
export const barrier = ({ engine, ears }: Trial, run: string): Promise<unknown> =>
  engine.evaluate(`barrier(${quote(`${ears.origin.control}/${run}/barrier`)})`);

/** Presses accept, refuse or withdraw by the API and waits until it was done. */
export const decide = ({ engine }: Trial, method: 'accept' | 'refuse' | 'withdraw'): Promise<unknown> =>
  engine.evaluate(
    `new Promise((resolve) => { kelisim.on('decided', () => resolve(1)); kelisim.${method}(); })`,
  );
