import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { postOf } from '../testing/load.ts';
import { findPostgres, startPostgres } from '../testing/postgres.ts';
import { startService, type Where } from '../testing/service.ts';
import { createPoster, type Measured, measure } from './load.ts';

/*
 * `npm run bench:records`: how many records the service keeps in a second on loopback, next to the same rows put in by
 * the driver itself, one statement each, without HTTP, check of the schema, chain or duplicates.
 */

/** Visitors at once. */
const WIDTH = 64;

const TABLE = `create table if not exists plain (day date, seq integer, receipt text, at timestamptz(3),
  received timestamptz(3), previous text, hash text, body json, unique (receipt, at, day), unique (day, seq))`;
const INSERT = `insert into plain values ($1, $2, $3, $4, now(), $5, $5, $6)`;
const HASH = '0'.repeat(64);

const rowOf = (number: number): unknown[] => {
  const post = postOf(number);
  return [post.record.at.slice(0, 10), number, post.record.id, post.record.at, HASH, JSON.stringify(post)];
};

async function measureService(where: Where): Promise<Measured> {
  const service = await startService(where);
  const post = createPoster(service.base, postOf(1).origin);
  const measured = await measure(WIDTH, (number) => post(JSON.stringify(postOf(number))));
  await service.end('SIGTERM');
  return measured;
}

function print(name: string, direct: Measured, service: Measured): void {
  const line = (what: string, { perSecond, p99 }: Measured) =>
    `${name.padEnd(11)} ${what.padEnd(8)} ${perSecond.toFixed(0).padStart(6)} records/s   p99 ${p99.toFixed(1).padStart(7)} ms`;
  const ratio = (service.perSecond / direct.perSecond).toFixed(2);
  process.stdout.write(`${line('driver', direct)}\n${line('service', service)}   ${ratio} of the driver\n`);
}

async function benchLite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-bench-'));
  const lite = await PGlite.create(join(folder, 'plain'));
  await lite.exec(TABLE);
  const direct = await measure(WIDTH, async (number) => void (await lite.query(INSERT, rowOf(number))));
  await lite.close();
  print('PGlite', direct, await measureService({ args: ['--data', join(folder, 'records')], env: {} }));
  rmSync(folder, { recursive: true });
}

async function benchServer(): Promise<void> {
  if (!findPostgres()) {
    process.stdout.write('PostgreSQL: NOT RUN, there is no server on this machine\n');
    return;
  }
  const server = await startPostgres();
  try {
    const pool = new Pool({ connectionString: server.url, max: 4 });
    await pool.query(TABLE);
    const direct = await measure(WIDTH, async (number) => void (await pool.query(INSERT, rowOf(number))));
    await pool.end();
    print('PostgreSQL', direct, await measureService({ args: [], env: { DATABASE_URL: server.url } }));
  } finally {
    server.remove();
  }
}

await benchLite();
await benchServer();
