import { createServer, type RequestListener, type Server } from 'node:http';

/** A server that listens on this machine only. */
export interface LocalServer {
  port: number;
  /** Drops open connections and resolves when the port is free again. */
  close(): Promise<void>;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const noSuchAddress = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL']);

function listenOn(handler: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(handler);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** `undefined` when this machine has no IPv6 loopback. */
async function listenOnSix(handler: RequestListener, port: number): Promise<Server | undefined> {
  try {
    return await listenOn(handler, '::1', port);
  } catch (error) {
    if (noSuchAddress.has(codeOf(error))) return undefined;
    throw error;
  }
}

async function tryOnce(handler: RequestListener, port: number, six: boolean): Promise<LocalServer> {
  const four = await listenOn(handler, '127.0.0.1', port);
  const servers = [four];
  if (six) {
    try {
      const server = await listenOnSix(handler, portOf(four));
      if (server) servers.push(server);
    } catch (error) {
      await close(four);
      throw error;
    }
  }
  return {
    port: portOf(four),
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

/** How to listen: `port` 0 takes any free one; `six` also listens on ::1, where `localhost` may lead. */
export interface ListenOptions {
  port: number;
  six: boolean;
}

/**
 * Listens on 127.0.0.1 and, when asked and available, on ::1 with the same port; on no other address.
 * @throws Error with a sentence for people when the port is taken.
 */
export async function listenLocal(
  handler: RequestListener,
  { port, six }: ListenOptions,
): Promise<LocalServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryOnce(handler, port, six);
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw error;
      if (port !== 0) throw new Error(`Port ${port} is already in use.`, { cause: error });
      // A port that is free on 127.0.0.1 may be taken on ::1: another one is drawn.
      if (attempt === 10) throw error;
    }
  }
}
