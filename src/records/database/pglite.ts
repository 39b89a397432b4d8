import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from './database.ts';
import { lockFolder } from './lock.ts';
import { migrate } from './migrate.ts';

/** Where the embedded database lies, and how many months are kept. */
export interface FolderOptions {
  /** Made where it is missing. */
  folder: string;
  keepMonths: number;
}

/**
 * Opens the embedded database in a folder: one process at a time.
 * @throws Error when another process has it open, or when it cannot be read
 */
export async function openFolder({ folder, keepMonths }: FolderOptions): Promise<Database> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    const lite = await PGlite.create(join(folder, 'database'));
    await migrate(ownerOf(lite), keepMonths);
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

const ownerOf = (lite: PGlite) => ({
  run: async (sql: string) => void (await lite.exec(sql)),
  query: async <Result extends object>(sql: string, values: readonly unknown[] = []) =>
    (await lite.query<Result>(sql, [...values])).rows,
});
