import type { Database } from './database/database.ts';
import type { Post } from './post.ts';

/** What became of a post: added, there already with the same record, or its key stands for another record. */
export type Outcome = 'new' | 'known' | 'other';

/** Where a record stands in the log. */
export interface Place {
  outcome: Outcome;
  /** UTC day of the decision: each day has a chain of its own. */
  day: string;
  /** Place in the chain of the day, from 1. */
  seq: number;
  /** When it was stored first: ISO 8601, UTC. */
  received: string;
  /** SHA-256 in hexadecimal digits over the record and the hash before it. */
  hash: string;
}

/** A record as it lies in the log. `body` is the text that was hashed: a `Post` as JSON. */
export interface Stored extends Omit<Place, 'outcome'> {
  receipt: string;
  previous: string;
  body: string;
}

const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
/** Columns of `Stored` of a table named `r`. */
const STORED = `r.day::text as day, r.seq, r.receipt, to_char(r.received at time zone 'UTC', ${UTC}) as received,
  r.previous, r.hash, r.body::text as body`;

/** Days such as `2026-11-25`, both inclusive. */
export interface Days {
  from: string;
  to: string;
}

/** A record that may have taken something back, and what the same receipt said before it. */
export interface Change {
  stored: Stored;
  /** Body of the decision before; missing when that was never received. */
  before: string | undefined;
}

/** Rows that are read at once, so that an export of any length needs little memory. */
const PAGE = 500;

/** Adds posts in one transaction and gives the place of each, in the order given. Nothing is added when it throws. */
export async function append(database: Database, posts: readonly Post[]): Promise<Place[]> {
  const given = posts.map((post, nr) => {
    const { id, at } = post.record;
    return { nr, receipt: id, at, body: JSON.stringify(post) };
  });
  const places = await database.query<Place & { nr: number }>('select * from kelisim.append($1::json)', [
    JSON.stringify(given),
  ]);
  const sorted = places.sort((a, b) => a.nr - b.nr);
  return sorted.map(({ outcome, day, seq, received, hash }) => ({ outcome, day, seq, received, hash }));
}

/** Every record of these days, in the order of the chains. */
export async function* readDays(database: Database, { from, to }: Days): AsyncGenerator<Stored> {
  let last: Pick<Stored, 'day' | 'seq'> = { day: from, seq: 0 };
  for (;;) {
    const rows = await database.query<Stored>(
      `select ${STORED} from kelisim.records r
       where (r.day, r.seq) > ($1::date, $2::int) and r.day between $1::date and $3::date
       order by r.day, r.seq limit ${PAGE}`,
      [last.day, last.seq, to],
    );
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end;
  }
}

/** Every decision of a receipt, oldest first, whenever it arrived. */
export const readReceipt = (database: Database, receipt: string): Promise<Stored[]> =>
  database.query<Stored>(`select ${STORED} from kelisim.records r where r.receipt = $1 order by r.at`, [
    receipt,
  ]);

/** The lender's own references that were bound to a receipt, oldest first. */
export async function readReferences(database: Database, receipt: string): Promise<string[]> {
  const rows = await database.query<{ reference: string }>(
    'select reference from kelisim.bindings where receipt = $1 order by bound, reference',
    [receipt],
  );
  return rows.map(({ reference }) => reference);
}

/** Joins a receipt to the lender's own reference. False when there is no such receipt; twice is as good as once. */
export async function bind(database: Database, receipt: string, reference: string): Promise<boolean> {
  const rows = await database.query(
    `with found as (select distinct receipt from kelisim.records where receipt = $1),
       added as (insert into kelisim.bindings (receipt, reference) select receipt, $2 from found on conflict do nothing)
     select receipt from found`,
    [receipt, reference],
  );
  return rows.length > 0;
}

/** Decisions of these UTC days that may have taken something back: each with the one before of the same receipt. */
export async function readChanges(database: Database, { from, to }: Days): Promise<Change[]> {
  const rows = await database.query<Stored & { before: string | null }>(
    `select ${STORED}, p.body::text as before from kelisim.records r
     left join lateral (select q.body from kelisim.records q
       where q.receipt = r.receipt and q.at < r.at order by q.at desc limit 1) p on true
     where r.day between $1::date and $2::date and (p.body is not null or r.body->'record'->>'via' = 'withdraw')
     order by r.at, r.receipt`,
    [from, to],
  );
  return rows.map(({ before, ...stored }) => ({ stored, before: before ?? undefined }));
}

/** Drops the months that are past the time that records are kept; gives each with the number of its records. */
export const dropExpired = (database: Database): Promise<{ month: string; records: number }[]> =>
  database.query('select month, records::int as records from kelisim.drop_expired()');
