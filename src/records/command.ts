import { resolve } from 'node:path';
import type { Database } from './database/database.ts';
import { type DatabasePlace, openDatabase } from './database/open.ts';
import { readHeads } from './heads.ts';
import { type Options, RECORDS_USAGE, readOptions } from './options.ts';
import { serve } from './serve.ts';
import { compare, type Verdict, verify } from './verify.ts';

/** @throws Error that also names the place where the database's own words (SQLSTATE classes 58 and XX) are of a broken file */
async function follow(database: Database, place: DatabasePlace): Promise<Verdict> {
  try {
    return await verify(database);
  } catch (cause) {
    const { code = '', message } = cause as Error & { code?: string };
    if (!/^(58|XX)/.test(code)) throw cause;
    const where = 'folder' in place ? resolve(place.folder) : 'the database of DATABASE_URL';
    throw new Error(`The records in ${where} are damaged (${message}). Restore them from a copy.`, { cause });
  }
}

async function check({ place, against }: Options): Promise<void> {
  const earlier = against === undefined ? [] : readHeads(against);
  // A check sets nothing: the service may be running on the same server, with a time to keep of its own.
  const database = await openDatabase(place, { keepMonths: undefined, onLost() {} });
  try {
    const { heads, faults } = await follow(database, place);
    faults.push(...(await compare(database, earlier)));
    for (const head of heads) process.stdout.write(`${JSON.stringify(head)}\n`);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    const records = heads.reduce((sum, { count }) => sum + count, 0);
    process.stderr.write(`${records} records in ${heads.length} days: ${faults.length || 'no'} faults\n`);
    if (faults.length) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

/**
 * `kelisim records …`: serves until a signal comes, checks the log, or says how to be called.
 * @throws Error with what is wrong
 */
export async function records(args: string[]): Promise<void> {
  if (args.includes('--help')) {
    process.stdout.write(RECORDS_USAGE);
    return;
  }
  const isCheck = args[0] === 'verify';
  const options = readOptions(isCheck ? args.slice(1) : args, process.env);
  await (isCheck ? check(options) : serve(options, Date.now));
}
