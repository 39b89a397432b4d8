import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createApp } from '../app.ts';
import { type Reply, request } from './request.ts';
import { NOW, SETTINGS, samplePost } from './samples.ts';
import { createStub } from './stub.ts';

/** The site's own origin in these tests. */
export const ORIGIN = 'https://www.akshamat.kz';

/** The text of a post that is kept. */
export const GOOD: string = JSON.stringify(samplePost());

/** The service on a database that is none: what it answers is decided before one is asked. */
export interface Stubbed {
  stub: ReturnType<typeof createStub>;
  /** Everything it has logged. */
  log: string[];
  base(): string;
  /** Puts the clock forward, in ms. */
  wait(time: number): void;
  post(body: string, headers?: Record<string, string>): Promise<Reply>;
}

/** Runs it for the tests of a file; a minute goes by before each, so that none meets the limit of another. */
export function useStubbed(): Stubbed {
  const stub = createStub();
  const log: string[] = [];
  let app: FastifyInstance;
  let base: string;
  let clock = NOW;
  beforeAll(async () => {
    const settings = { ...SETTINGS, perMinute: 200 };
    const target = { write: (line: string) => void log.push(line) };
    app = await createApp({ database: stub, settings, log: target, now: () => clock });
    base = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    stub.kept = [];
    stub.fault = undefined;
    clock += 60_000;
  });
  return {
    ...{ stub, log },
    base: () => base,
    wait: (time) => {
      clock += time;
    },
    post: (body, headers = {}) =>
      request(`${base}/v1/records`, {
        ...{ method: 'POST', body },
        headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
      }),
  };
}
