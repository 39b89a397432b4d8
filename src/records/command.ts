import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import type { Database } from './database/database.ts';
import { openFolder } from './database/pglite.ts';
import { openServer } from './database/postgres.ts';
import { type Options, readOptions } from './options.ts';
import { dropExpired } from './store.ts';
import { compare, type Head, verify } from './verify.ts';

const DAY = 864e5;

const open = ({ place, keepMonths }: Options, onLost: (cause: Error) => void): Promise<Database> =>
  'url' in place ? openServer({ ...place, keepMonths, onLost }) : openFolder({ ...place, keepMonths });

/** Drops what is past its time, at the start and each day, and logs each month that went. */
async function retain(app: FastifyInstance, database: Database): Promise<void> {
  try {
    for (const dropped of await dropExpired(database)) app.log.warn(dropped, 'dropped');
  } catch (cause) {
    app.log.error(cause, 'retention');
  }
}

/** Resolves at the first signal to end. */
const ended = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });

async function serve(options: Options): Promise<void> {
  if (!options.settings.origins.length)
    throw new Error('Name the origins of the site with --origin, such as --origin https://www.example.kz.');
  // Who reads the log may go away; the records must not suffer from it.
  process.stdout.on('error', () => {});
  let app: FastifyInstance | undefined;
  const database = await open(options, (cause) => app?.log.error(cause, 'connection lost'));
  try {
    app = await createApp({ database, settings: options.settings, log: process.stdout, now: Date.now });
    if (!options.settings.token) app.log.warn('KELISIM_TOKEN is not set: nobody can read the records');
    await retain(app, database);
    const timer = setInterval(retain, DAY, app, database);
    const signal = ended();
    await app.listen({ host: options.host, port: options.port });
    app.log.info({ signal: await signal }, 'ending');
    clearInterval(timer);
    await app.close();
  } finally {
    // What was accepted is stored by now: each answer waited for it.
    await database.close();
  }
}

const headsIn = (file: string): Head[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Head);

async function check(options: Options): Promise<void> {
  const database = await open(options, () => {});
  try {
    const { heads, faults } = await verify(database);
    if (options.against) faults.push(...(await compare(database, headsIn(options.against))));
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
 * `kelisim records …`: serves until a signal comes, or checks the log.
 * @throws Error with what is wrong
 */
export async function records(args: string[]): Promise<void> {
  const isCheck = args[0] === 'verify';
  const options = readOptions(isCheck ? args.slice(1) : args, process.env);
  await (isCheck ? check(options) : serve(options));
}
