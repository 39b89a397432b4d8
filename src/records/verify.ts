import { createHash } from 'node:crypto';
import type { Database } from './database/database.ts';
import { readDays, type Stored } from './store.ts';

/** The end of one day's chain. */
export interface Head {
  day: string;
  count: number;
  hash: string;
}

/** What a check of the whole log has found. */
export interface Verdict {
  heads: Head[];
  /** One sentence for each thing that is wrong, with its day and place. */
  faults: string[];
}

/** The hash of a record as the database made it. */
export const hashOf = ({ previous, day, seq, received, body }: Stored): string =>
  createHash('sha256').update([previous, day, seq, received, body].join('\n')).digest('hex');

const rowFault = (row: Stored, before: Head): string | undefined => {
  const at = `${row.day} record ${row.seq}`;
  if (row.seq !== before.count + 1) return `${at}: the record before it is missing`;
  if (row.previous !== before.hash) return `${at}: does not follow the record before it`;
  if (row.hash !== hashOf(row)) return `${at}: was altered`;
  return undefined;
};

const readEnds = (database: Database): Promise<Head[]> =>
  database.query<Head>('select day::text as day, count, hash from kelisim.days order by day');

/** Reads every record and follows each day's chain to its end. */
export async function verify(database: Database): Promise<Verdict> {
  // The ends first: what is added meanwhile is not missing.
  const ends = await readEnds(database);
  const heads = new Map<string, Head>();
  const passed = new Set<string>();
  const faults: string[] = [];
  for await (const row of readDays(database, { from: '0001-01-01', to: '9999-12-31' })) {
    const before = heads.get(row.day) ?? { day: row.day, count: 0, hash: '' };
    const fault = rowFault(row, before);
    if (fault) faults.push(fault);
    heads.set(row.day, { day: row.day, count: row.seq, hash: row.hash });
    passed.add(`${row.day} ${row.seq} ${row.hash}`);
  }
  for (const { day, count, hash } of ends)
    if (count && !passed.has(`${day} ${count} ${hash}`)) faults.push(`${day}: the last record is missing`);
  const known = new Set((await readEnds(database)).map(({ day }) => day));
  for (const day of heads.keys())
    if (!known.has(day)) faults.push(`${day}: the day is not in the list of days`);
  return { heads: [...heads.values()], faults };
}

/** Compares with ends that were written down earlier: each must still be a place in its chain, or its month dropped. */
export async function compare(database: Database, earlier: readonly Head[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { day, count, hash } of earlier) {
    const [row] = await database.query<{ hash: string | null; dropped: boolean }>(
      `select (select hash from kelisim.records where day = $1::date and seq = $2::int) as hash,
         exists (select from kelisim.dropped where month = date_trunc('month', $1::date)) as dropped`,
      [day, count],
    );
    if (row?.hash !== hash && !row?.dropped)
      faults.push(`${day} record ${count}: is not the one written down`);
  }
  return faults;
}
