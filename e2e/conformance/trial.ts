import type { EngineName } from '../support/browser.ts';
import type { Engine } from '../support/engine.ts';
import type { Ears, Side } from './ears.ts';
import type { Setup, Site } from './site.ts';
import { canRun, type Family } from './vector.ts';

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
const keyOf = (name: string, run: string) => (name === 'stun' ? 'stun' : `${run}/${name}`);
const hears =
  ({ ears }: Trial, side: Side, run: string) =>
  (name: string) =>
    ears.heard[side].has(keyOf(name, run));
const markOf =
  ({ ears }: Trial, side: Side, run: string) =>
  (name: string) =>
    `${new URL(ears.origin[side]).host} ${run}/${name}`;
const possible = ({ family, never }: Trial) =>
  Object.entries(family.vectors).filter(([name]) => !never.has(name));

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

/** Waits until the control has come through everywhere, so that the tested one had its time. */
async function waitForControl(trial: Trial, run: string): Promise<void> {
  const { engine, ears, family } = trial;
  const names = possible(trial).map(([name]) => name);
  const missing = () => names.filter((name) => !hears(trial, 'control', run)(name));
  await ears.until(
    () => missing().length === 0,
    () => `The control of these never came: ${missing().join(', ')}`,
  );
  const marks = possible(trial)
    .filter(([, vector]) => canRun(vector))
    .map(([name]) => markOf(trial, 'control', run)(name));
  const absent = await engine.evaluate<string[]>(`ran.until(${quote(marks)})`);
  if (absent.length > 0)
    throw new Error(`The control of these never ran in ${family.name}: ${absent.join(', ')}`);
  await barrier(trial, run);
}

/** Asks for the stored names again and again until the site's own are all there. */
async function waitForStored({ engine }: Trial, wanted: string[]): Promise<string[]> {
  const end = Date.now() + 15_000;
  for (;;) {
    const names = await engine.evaluate<string[]>('stored()');
    const missing = wanted.filter((name) => !names.includes(name));
    if (missing.length === 0) return names;
    if (Date.now() > end) throw new Error(`The site's own names were never stored: ${missing.join(', ')}`);
  }
}

async function judgeStored(trial: Trial, run: string): Promise<Map<string, Outcome>> {
  const own = possible(trial).map(([name]) => `own_${run}_${name}`);
  await waitForStored(trial, own);
  // A second look: what was asked for before the first one has had its turn.
  const names = await trial.engine.evaluate<string[]>('stored()');
  const outcome = (name: string): Outcome => {
    if (names.some((stored) => stored.startsWith('tested_') && stored.endsWith(`_${name}`))) return 'done';
    return names.includes(`own_${run}_${name}`) ? 'held' : 'never';
  };
  return new Map(Object.keys(trial.family.vectors).map((name) => [name, outcome(name)]));
}

/** Waits for the control, then says what came to the tested host in this round. */
export async function judge(trial: Trial, run: string): Promise<Map<string, Outcome>> {
  if (trial.family.kind === 'store') return judgeStored(trial, run);
  await waitForControl(trial, run);
  const marks = new Set(await trial.engine.evaluate<string[]>('[...ran.marks]'));
  const heard = hears(trial, 'tested', run);
  const control = hears(trial, 'control', run);
  const mark = markOf(trial, 'tested', run);
  const outcome = (name: string): Outcome => {
    if (!heard(name)) return control(name) ? 'held' : 'never';
    const vector = trial.family.vectors[name];
    return vector && canRun(vector) && !marks.has(mark(name)) ? 'sent' : 'done';
  };
  return new Map(Object.keys(trial.family.vectors).map((name) => [name, outcome(name)]));
}
