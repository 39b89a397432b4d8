import type { Side } from './ears.ts';
import { barrier, markOf, type Outcome, type Trial } from './trial.ts';
import { canRun } from './vector.ts';

const keyOf = (name: string, run: string) => (name === 'stun' ? 'stun' : `${run}/${name}`);
const hears =
  ({ ears }: Trial, side: Side, run: string) =>
  (name: string) =>
    ears.heard[side].has(keyOf(name, run));
const possible = ({ family, never }: Trial) =>
  Object.entries(family.vectors).filter(([name]) => !never.has(name));

/** Waits until these have come through to a host and have run. @throws Error that names what did not */
async function waitFor(trial: Trial, side: Side, run: string, names: readonly string[]): Promise<void> {
  const missing = () => names.filter((name) => !hears(trial, side, run)(name));
  await trial.ears.until(
    () => missing().length === 0,
    () => `To the ${side} host these never came: ${missing().join(', ')}`,
  );
  const marks = possible(trial)
    .filter(([name, vector]) => names.includes(name) && canRun(vector))
    .map(([name]) => markOf(trial, side, run)(name));
  const absent = await trial.engine.evaluate<string[]>(`ran.until(${JSON.stringify(marks)})`);
  if (absent.length > 0) throw new Error(`These came and never ran: ${absent.join(', ')}`);
}

/** Asks for the stored names again and again until `rest` has none left. Resolves with those, after 15 s at most. */
async function look({ engine }: Trial, rest: (names: string[]) => string[]): Promise<string[]> {
  const end = Date.now() + 15_000;
  for (;;) {
    const left = rest(await engine.evaluate<string[]>('stored()'));
    if (left.length === 0 || Date.now() > end) return left;
  }
}

async function judgeStored(trial: Trial, run: string, isFree: boolean): Promise<Map<string, Outcome>> {
  const own = possible(trial).map(([name]) => `own_${run}_${name}`);
  const missing = await look(trial, (names) => own.filter((name) => !names.includes(name)));
  if (missing.length > 0) throw new Error(`The site's own names were never stored: ${missing.join(', ')}`);
  // What was stored while it was granted is erased one after another.
  if (!isFree) await look(trial, (names) => names.filter((name) => name.startsWith('tested_')));
  // One more look: what was asked for before has had its turn.
  const names = await trial.engine.evaluate<string[]>('stored()');
  const outcome = (name: string): Outcome => {
    if (names.some((stored) => stored.startsWith('tested_') && stored.endsWith(`_${name}`))) return 'done';
    return names.includes(`own_${run}_${name}`) ? 'held' : 'never';
  };
  return new Map(Object.keys(trial.family.vectors).map((name) => [name, outcome(name)]));
}

/**
 * Waits for the control, then says what came to the tested host in this round. What nothing holds, `free`, is waited for
 * there, too: one request may overtake another.
 */
export async function judge(
  trial: Trial,
  run: string,
  free: readonly string[],
): Promise<Map<string, Outcome>> {
  if (trial.family.kind === 'store') return judgeStored(trial, run, free.length > 0);
  const names = possible(trial).map(([name]) => name);
  await waitFor(trial, 'control', run, names);
  await waitFor(
    trial,
    'tested',
    run,
    names.filter((name) => free.includes(name)),
  );
  await barrier(trial, run);
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
