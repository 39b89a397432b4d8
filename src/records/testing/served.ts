import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../app.ts';
import type { Trial } from './kinds.ts';
import { NOW, SETTINGS } from './samples.ts';

/** The service with a database of its own. */
export interface Served {
  trial(): Trial;
  base(): string;
  /** Everything it has logged. */
  log: string[];
}

/** Runs it on a database that `make` sets up with so many months, for the tests of a `describe`. */
export function useServed(make: (months: number) => Promise<Trial>): Served {
  let trial: Trial;
  let app: FastifyInstance;
  let base: string;
  const log: string[] = [];
  beforeAll(async () => {
    trial = await make(36);
    const target = { write: (line: string) => void log.push(line) };
    app = await createApp({ database: trial.database, settings: SETTINGS, log: target, now: () => NOW });
    base = await app.listen({ port: 0, host: '127.0.0.1' });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await trial?.remove();
  });
  return { trial: () => trial, base: () => base, log };
}
