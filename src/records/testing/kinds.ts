import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Database, Row } from '../database/database.ts';
import { openFolder } from '../database/pglite.ts';
import { openServer } from '../database/postgres.ts';
import { startPostgres } from './postgres.ts';

/** A new, empty database of one kind. */
export interface Trial {
  database: Database;
  /** Runs a statement as the owner of the tables, who may do what the service may not. */
  asOwner(sql: string): Promise<Row[]>;
  remove(): Promise<void>;
}

async function liteTrial(keepMonths: number): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-lite-'));
  const database = await openFolder({ folder, keepMonths });
  return {
    database,
    async asOwner(sql) {
      await database.query('reset role');
      return database.query(sql).finally(() => database.query('set role kelisim_writer'));
    },
    async remove() {
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function serverTrial(keepMonths: number): Promise<Trial> {
  const server = await startPostgres();
  const database = await openServer({ url: server.url, keepMonths, onLost() {} });
  const owner = new Client({ connectionString: server.url });
  await owner.connect();
  return {
    database,
    asOwner: async (sql) => (await owner.query(sql)).rows,
    async remove() {
      await Promise.all([database.close(), owner.end()]);
      server.remove();
    },
  };
}

/** Every kind of database that the service runs on. Where a machine lacks a server its tests fail, unless they are told not to run. */
export const KINDS: [name: string, make: (keepMonths: number) => Promise<Trial>][] = [
  ['PGlite', liteTrial],
  ...(process.env.KELISIM_POSTGRES === 'none'
    ? []
    : ([['PostgreSQL', serverTrial]] satisfies [string, typeof serverTrial][])),
];
