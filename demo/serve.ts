import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { serveBuilt } from './server/built.ts';
import { type ListenOptions, listenLocal } from './server/listen.ts';
import type { PageReply } from './server/reply.ts';
import { createRequestLog, type LoggedRequest } from './server/requestLog.ts';
import { siteHandler } from './server/siteServer.ts';
import { trackerHandler } from './server/trackerServer.ts';

export type { LoggedRequest, PageReply };

/** What to serve and where. */
export interface DemoOptions {
  /** Directory with the built kelisim files, served at `/kelisim/`. */
  files: string;
  /** 0 takes any free port. */
  sitePort: number;
  /** 0 takes any free port. */
  trackerPort: number;
  /**
   * Asked first for every request to the site, whatever its method; `path` has no query.
   * `undefined` leaves the request to the demo's own pages.
   */
  pages?: (path: string, request: IncomingMessage) => PageReply | undefined;
}

/** A running demo. */
export interface Demo {
  /** `http://localhost:PORT` */
  siteUrl: string;
  /** `http://127.0.0.1:PORT`, another site than `localhost` for browsers */
  trackerUrl: string;
  /** Everything the second origin received since the start or the last `clear()`. */
  requests(): LoggedRequest[];
  /** Forgets what was received so far. */
  clear(): void;
  /** Ends open streams and connections; resolves when both ports are free. */
  close(): Promise<void>;
}

/**
 * Serves the demo site and, on a second origin, its stand-in trackers; on this machine only.
 * @throws Error that names the port when one is taken
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const log = createRequestLog();
  const tracker = await listenLocal(trackerHandler(log), { port: options.trackerPort, six: false });
  const host = `127.0.0.1:${tracker.port}`;
  const trackerUrl = `http://${host}`;
  const built = serveBuilt(options.files, host);
  const siteOptions: ListenOptions = { port: options.sitePort, six: true };
  const handler = siteHandler({ built, log, trackerUrl, pages: options.pages });
  const site = await listenLocal(handler, siteOptions).catch(async (error: unknown) => {
    await tracker.close();
    throw error;
  });
  return {
    siteUrl: `http://localhost:${site.port}`,
    trackerUrl,
    requests: log.list,
    clear: log.clear,
    async close() {
      log.endStreams();
      await Promise.all([site.close(), tracker.close()]);
    },
  };
}

function portFrom(name: string, fallback: number): number {
  const port = Number(process.env[name] ?? fallback);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new Error(`${name} must be a port number from 0 to 65535.`);
}

async function main(): Promise<void> {
  const files = fileURLToPath(new URL('../dist/akshamat.kz/', import.meta.url));
  if (!existsSync(join(files, 'kelisim.js'))) {
    throw new Error(`There is no kelisim.js in ${files}: run npm run build first.`);
  }
  const sitePort = portFrom('SITE_PORT', 4173);
  const trackerPort = portFrom('TRACKER_PORT', 4174);
  const demo = await startDemo({ files, sitePort, trackerPort });
  process.stdout.write(`Site:     ${demo.siteUrl}/\nTrackers: ${demo.trackerUrl}/\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => demo.close());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const hint = reason.startsWith('Port ') ? ' Set SITE_PORT or TRACKER_PORT to another one.' : '';
    process.stderr.write(`${reason}${hint}\n`);
    process.exitCode = 1;
  });
}
