import { ENGINES, type EngineName } from '../support/browser.ts';
import { EXCEPTIONS, type Exception } from './exceptions.ts';
import type { Setup } from './site.ts';
import type { Outcome } from './trial.ts';

/** Where the visitor stands when a vector is tried. */
export type State = 'undecided' | 'refused' | 'granted' | 'withdrawn';

/** One result of the suite. */
export interface Cell {
  engine: EngineName;
  state: State;
  setup: Setup;
  /** `FAMILY/NAME` */
  vector: string;
}

/** Vectors that an engine never sends, or not surely: there nothing comes without Kelisim, either. */
const NEVER: Record<EngineName, readonly string[]> = {
  chromium: [],
  // Firefox does not always start a worker that a worker makes, with the guard or without: README, Limits.
  firefox: ['frames/link-prefetch', 'network/fetch-later', 'workers/worker-nested'],
  webkit: [
    'markup/link-prefetch',
    'markup/track',
    'frames/link-prefetch',
    'network/fetch-later',
    'network/stun',
    'storage/cookie-store',
    'storage/file',
  ],
};

/** Whether this engine sends it at all. */
export const isPossible = (engine: EngineName, vector: string): boolean => !NEVER[engine].includes(vector);

/** The results that a vector may have; more than one where it is a race, the worst one last. */
export function expected(cell: Cell): readonly Outcome[] {
  const free = cell.setup === 'none' || cell.state === 'granted';
  // An engine that does it late, or from its next version on, does no harm.
  if (!isPossible(cell.engine, cell.vector)) return free ? ['never', 'held', 'done'] : ['never', 'held'];
  if (free) return ['done'];
  return EXCEPTIONS.find((exception) => applies(exception, cell))?.may ?? ['held'];
}

const applies = (exception: Exception, { engine, state, setup, vector }: Cell): boolean =>
  exception.vectors.includes(vector) &&
  (exception.engines ?? ENGINES).includes(engine) &&
  (exception.setups?.includes(setup) ?? true) &&
  (exception.states?.includes(state) ?? true);
