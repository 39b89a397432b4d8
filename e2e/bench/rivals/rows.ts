import type { Contestant } from './stands.ts';
import type { Visit } from './visit.ts';
import type { Weight } from './weigh.ts';

/** The middle of what was measured of one contestant. */
export type Result = Visit & Weight;
/** The same of all. */
export type Results = Record<Contestant, Result>;

/** One line of the table. */
export interface Row {
  words: string;
  value(of: Result, none: Result): number;
  digits: number;
  /** Less is not worth a ratio: the first column may be nothing or less. */
  ratio: boolean;
}

const row = (words: string, value: Row['value'], rest: Partial<Row> = {}): Row => ({
  words,
  value,
  digits: 0,
  ratio: true,
  ...rest,
});

/** All lines, in their order. */
export const ROWS = {
  bytes: row('bytes until the notice is visible, kB', (of, none) => (of.bytes - none.bytes) / 1000, {
    digits: 1,
  }),
  idle: row('bytes until the page is idle, kB', (of, none) => (of.idle - none.idle) / 1000, { digits: 1 }),
  settings: row('bytes with the settings opened, kB', (of, none) => (of.settings - none.settings) / 1000, {
    digits: 1,
  }),
  requests: row('requests until the notice is visible', (of, none) => of.requests - none.requests),
  notice: row('notice visible, ms', ({ notice }) => notice),
  after: row('notice visible after the page’s heading, ms', ({ notice, heading }) => notice - heading, {
    ratio: false,
  }),
  heading: row('heading later than without a notice, ms', (of, none) => of.heading - none.heading, {
    ratio: false,
  }),
  blocking: row('blocking time, ms', ({ blocking }) => blocking, { ratio: false }),
  script: row('script time until idle, ms', (of, none) => of.script - none.script),
  shift: row('layout shift', ({ shift }) => shift, { digits: 2, ratio: false }),
  answer: row('accept to next paint, ms', ({ answer }) => answer),
  tracker: row('accept to first tracker request, ms', ({ tracker }) => tracker),
  heap: row('JavaScript heap, MB', (of, none) => (of.heap - none.heap) / 1e6, { digits: 2 }),
} satisfies Record<string, Row>;
