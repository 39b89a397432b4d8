import { Client, Pool } from 'pg';
import type { Database, Owner } from './database.ts';
import { prepare } from './migrate.ts';

/** Which server, and what it is opened for. */
export interface ServerOptions {
  /** `postgres://user:password@host/database`. */
  url: string;
  /** Months to keep: missing tables are made. Undefined opens what is there for reading, makes and sets nothing. */
  keepMonths: number | undefined;
  /** Told of a connection that broke while nobody used it. */
  onLost(cause: Error): void;
}

/** Nobody waits longer for the database, in ms. */
const PATIENCE = 5000;

/** Opens a pool on a PostgreSQL server (14 or later). @throws when it cannot be reached or the tables do not fit */
export async function openServer({ url, keepMonths, onLost }: ServerOptions): Promise<Database> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  await client.connect();
  try {
    const place = `The database "${client.database}" on ${client.host}`;
    await prepare(ownerOf(client), { place, keepMonths });
  } finally {
    await client.end();
  }
  const pool = new Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: PATIENCE,
    statement_timeout: PATIENCE,
    // A connection whose other end is gone without a word is given up, too.
    query_timeout: PATIENCE * 2,
    options: '-c role=kelisim_writer',
  });
  pool.on('error', onLost);
  return {
    query: async <Result extends object>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Result>(sql, [...values])).rows,
    close: () => pool.end(),
  };
}

const ownerOf = (client: Client): Owner => ({
  run: async (sql) => void (await client.query(sql)),
  query: async <Result extends object>(sql: string, values: readonly unknown[] = []) =>
    (await client.query<Result>(sql, [...values])).rows,
});
