import { ENGINES, type EngineName } from '../support/browser.ts';
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

/** Vectors that an engine never sends: there without Kelisim, too, nothing comes. */
const NEVER: Record<EngineName, readonly string[]> = {
  chromium: [],
  firefox: ['frames/link-prefetch', 'network/fetch-later'],
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

/** What no script can hold, or not surely. Everything else has to be held. */
interface Exception {
  vectors: readonly string[];
  engines?: readonly EngineName[];
  setups?: readonly Setup[];
  states?: readonly State[];
  /** Every result that may be; more than one where it is a race. */
  may: readonly Outcome[];
}

const EXCEPTIONS: readonly Exception[] = [];

const applies = (exception: Exception, { engine, state, setup, vector }: Cell): boolean =>
  exception.vectors.includes(vector) &&
  (exception.engines ?? ENGINES).includes(engine) &&
  (exception.setups?.includes(setup) ?? true) &&
  (exception.states?.includes(state) ?? true);

/** The results that a vector may have there. */
export function expected(cell: Cell): readonly Outcome[] {
  if (!isPossible(cell.engine, cell.vector)) return ['never', 'held'];
  if (cell.setup === 'none' || cell.state === 'granted') return ['done'];
  return EXCEPTIONS.find((exception) => applies(exception, cell))?.may ?? ['held'];
}
