import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database, Owner } from './database.ts';
import { lockFolder } from './lock.ts';
import { prepare } from './migrate.ts';

/** Where the embedded database lies, and what it is opened for. */
export interface FolderOptions {
  folder: string;
  /** Months to keep: what is missing is made. Undefined opens what is there for reading, makes and sets nothing. */
  keepMonths: number | undefined;
}

/** PGlite makes a new database over whatever lies in a folder without this file. */
const MARK = 'PG_VERSION';

const RESTORE =
  'If there is room on the disk, restore that folder from a copy; if it never held a record, remove it.';

/** @throws Error when there is nothing to be read, or when a new database would take the place of another */
function refuseUnfit(data: string, { folder, keepMonths }: FolderOptions): void {
  if (existsSync(join(data, MARK))) return;
  if (existsSync(data) && readdirSync(data).length)
    throw new Error(`The database in ${resolve(data)} is broken: it has no ${MARK}. ${RESTORE}`);
  if (keepMonths === undefined)
    throw new Error(
      `There is no database in ${resolve(folder)}. Name the folder of the service with --data, or its server with DATABASE_URL.`,
    );
}

/** PGlite says only that it has ended itself, whatever the cause. */
async function openLite(data: string): Promise<PGlite> {
  const isNew = !existsSync(join(data, MARK));
  try {
    return await PGlite.create(data);
  } catch (cause) {
    const cure = isNew ? 'Is there room on the disk, and may it be written?' : RESTORE;
    const done = isNew ? 'made' : 'opened';
    throw new Error(
      `The database in ${resolve(data)} cannot be ${done} (${(cause as Error).message}). ${cure}`,
      { cause },
    );
  }
}

/**
 * Opens the embedded database in a folder: one process at a time.
 * @throws Error when another process has it open, when it cannot be read, or when there is none to be read
 */
export async function openFolder(options: FolderOptions): Promise<Database> {
  const { folder, keepMonths } = options;
  const data = join(folder, 'database');
  refuseUnfit(data, options);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    const lite = await openLite(data);
    await prepare(ownerOf(lite), { place: `The database in ${resolve(folder)}`, keepMonths });
    await lite.exec('set role kelisim_writer');
    return {
      query: async <Result extends object>(sql: string, values: readonly unknown[] = []) =>
        (await lite.query<Result>(sql, [...values])).rows,
      close: async () => {
        await lite.close();
        unlock();
      },
    };
  } catch (cause) {
    unlock();
    throw cause;
  }
}

const ownerOf = (lite: PGlite): Owner => ({
  run: async (sql: string) => void (await lite.exec(sql)),
  query: async <Result extends object>(sql: string, values: readonly unknown[] = []) =>
    (await lite.query<Result>(sql, [...values])).rows,
});
