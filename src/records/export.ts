import { localTime } from './calendar.ts';
import type { Post } from './post.ts';
import type { Stored } from './store.ts';

/** One record as it is handed out: where it stands in the log, and what was posted. */
export interface Exported extends Post, Omit<Stored, 'body' | 'receipt'> {
  /** The decision's time in Kazakhstan: ISO 8601, `+05:00`. */
  local: string;
}

/** A stored row as an object for JSON. */
export function exported({ body, receipt: _, ...place }: Stored): Exported {
  const post = JSON.parse(body) as Post;
  return { ...post, local: localTime(Date.parse(post.record.at)), ...place };
}

type Column = [name: string, value: (row: Exported) => string | number];

const COLUMNS: Column[] = [
  ['receipt', ({ record }) => record.id],
  ['at', ({ record }) => record.at],
  ['local', ({ local }) => local],
  ['until', ({ record }) => record.until],
  ['via', ({ record }) => record.via],
  ['locale', ({ record }) => record.locale],
  ['revision', ({ record }) => record.revision],
  ['asked_purposes', ({ record }) => record.asked.purposes.join(' ')],
  ['asked_technologies', ({ record }) => record.asked.technologies.join(' ')],
  ['asked_trackers', ({ record }) => record.asked.trackers.join(' ')],
  ['granted_purposes', ({ record }) => record.granted.purposes.join(' ')],
  ['granted_technologies', ({ record }) => record.granted.technologies.join(' ')],
  ['granted_trackers', ({ record }) => record.granted.trackers.join(' ')],
  ['operator', ({ told }) => told.operator.kk],
  ['bin', ({ told }) => told.bin],
  ['policy_protocol', ({ told }) => told.policy.protocol],
  ['policy_date', ({ told }) => told.policy.date],
  [
    'parties',
    ({ told }) =>
      told.parties.map(({ tracker, name, country }) => `${tracker}: ${name}, ${country}`).join('; '),
  ],
  ['published', ({ told }) => `${told.published}`],
  ['version', ({ told }) => told.version],
  ['origin', ({ origin }) => origin],
  ['day', ({ day }) => day],
  ['seq', ({ seq }) => seq],
  ['received', ({ received }) => received],
  ['previous', ({ previous }) => previous],
  ['hash', ({ hash }) => hash],
];

/**
 * Where a table program would find a formula: at the beginning, and behind each character at which one with other
 * settings ends a cell (a Russian one at `;`), whatever that cannot be seen, or quotes, stand before it.
 */
const FORMULA = /(^|[;,\t\r\n])(?=[\s\p{Cc}\p{Cf}"]*[=+\-@＝＋－＠])/gu;

/** RFC 4180; a `'` stands before what a table program would run. */
function field(value: string | number): string {
  const text = `${value}`.replace(FORMULA, "$1'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** JSON Lines: one record a line. */
export async function* jsonLines(rows: AsyncIterable<Stored>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(exported(row))}\n`;
}

/** CSV with a line of names; lists have spaces between their words. */
export async function* csv(rows: AsyncIterable<Stored>): AsyncGenerator<string> {
  yield `${COLUMNS.map(([name]) => name).join(',')}\r\n`;
  for await (const row of rows) {
    const one = exported(row);
    yield `${COLUMNS.map(([, value]) => field(value(one))).join(',')}\r\n`;
  }
}
