import type { Owner } from './database.ts';
import { tables } from './tables.ts';

/** Each version of the tables, oldest first; a version that was released is never changed. */
const MIGRATIONS: readonly string[] = [tables];

interface State {
  version: number;
  keep: number;
}

async function stateOf(owner: Owner): Promise<State> {
  const [found] = await owner.query<{ there: boolean }>(
    `select to_regclass('kelisim.migrations') is not null as there`,
  );
  if (!found?.there) return { version: 0, keep: 0 };
  const [state] = await owner.query<State>(
    `select (select max(version) from kelisim.migrations)::int as version, keep_months::int as keep from kelisim.settings`,
  );
  return state as State;
}

async function addMissing(owner: Owner): Promise<void> {
  await owner.run('create schema if not exists kelisim');
  await owner.run(`create table if not exists kelisim.migrations
    (version integer primary key, done timestamptz(3) not null default now())`);
  const [done] = await owner.query<{ version: number }>(
    'select coalesce(max(version), 0)::int as version from kelisim.migrations',
  );
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < (done?.version ?? 0)) continue;
    await owner.run(sql);
    await owner.query('insert into kelisim.migrations (version) values ($1)', [index + 1]);
  }
}

/** What a database is opened for. */
export interface Preparation {
  /** The database as the beginning of a sentence. */
  place: string;
  /** Months to keep; undefined when it is only to be read. */
  keepMonths: number | undefined;
}

/**
 * Brings the tables to this version and sets how many months are kept. Where both are so already nothing is written,
 * so that a user without the owner's rights can serve. Without `keepMonths` nothing is written at all.
 * @throws Error when the tables are of a later version, when this user may not change them, or when they are only to be
 * read and are missing
 */
export async function prepare(owner: Owner, { place, keepMonths }: Preparation): Promise<void> {
  const { version, keep } = await stateOf(owner);
  if (version > MIGRATIONS.length)
    throw new Error(`${place} is of version ${version}, later than this program. Update the program.`);
  if (version === MIGRATIONS.length && (keepMonths === undefined || keep === keepMonths)) return;
  if (keepMonths === undefined)
    throw new Error(
      `${place} has ${version ? 'older tables' : 'no tables'} of the consent log. Is it the one of the service? That one makes them when it starts.`,
    );
  await change(owner, keepMonths);
}

async function change(owner: Owner, keepMonths: number): Promise<void> {
  await owner.run('begin');
  try {
    // One of many that start together does it; the others wait, and find it done.
    await owner.query(`select pg_advisory_xact_lock(hashtext('kelisim.migrations'))`);
    await addMissing(owner);
    await owner.query('update kelisim.settings set keep_months = $1', [keepMonths]);
    await owner.run('commit');
  } catch (cause) {
    await owner.run('rollback').catch(() => {});
    throw cause;
  }
}
