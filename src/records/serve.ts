import type { FastifyInstance } from 'fastify';
import { createApp } from './app.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open.ts';
import { type Address, listen } from './listen.ts';
import type { Options } from './options.ts';
import { dropExpired } from './store.ts';

const DAY = 864e5;

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

async function answerUntilSignal(app: FastifyInstance, database: Database, address: Address): Promise<void> {
  const timer = setInterval(retain, DAY, app, database);
  try {
    // Whoever reads in the log that it listens may end it at once.
    const signal = ended();
    await listen(app, address);
    app.log.info({ signal: await signal }, 'ending');
  } finally {
    clearInterval(timer);
    await app.close();
  }
}

/**
 * Keeps records until a signal comes; resolves when all that was accepted is stored and nothing is open any more.
 * `now` gives milliseconds since 1970.
 * @throws Error with what keeps it from that, when nothing is open any more either
 */
export async function serve(options: Options, now: () => number): Promise<void> {
  if (!options.settings.origins.length)
    throw new Error('Name the origins of the site with --origin, such as --origin https://www.example.kz.');
  // Who reads the log may go away; the records must not suffer from it.
  process.stdout.on('error', () => {});
  let app: FastifyInstance | undefined;
  const { place, keepMonths } = options;
  const onLost = (cause: Error) => app?.log.error(cause, 'connection lost');
  const database = await openDatabase(place, { keepMonths, onLost });
  try {
    app = await createApp({ database, settings: options.settings, log: process.stdout, now });
    if (!options.settings.token) app.log.warn('KELISIM_TOKEN is not set: nobody can read the records');
    await retain(app, database);
    await answerUntilSignal(app, database, options);
  } finally {
    // What was accepted is stored by now: each answer waited for it.
    await database.close();
  }
}
