import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Vendor } from './vendors/index.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** One request that a vendor's server received. */
export interface Heard {
  vendor: string;
  method: string;
  /** Without query. */
  path: string;
  /** Size of the body so far, in bytes. */
  bytes: number;
}

/** Servers of all vendors, each on its own loopback address. */
export interface Collector {
  /** `http://HOST:PORT` of a vendor's server. */
  origin(vendor: Vendor): string;
  /** What was received since the start or the last `clear()`, from this vendor's library or from all. */
  heard(vendor?: Vendor): Heard[];
  clear(): void;
  close(): Promise<void>;
}

/** Pages of any site may send and read with credentials; nothing is cached, so each use reaches the log. */
const shared = ({ headers }: IncomingMessage) => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'cache-control': 'no-store',
});

function answer(vendor: Vendor, path: string): { body: string | Buffer; type?: string } {
  const file = vendor.file(path);
  if (file !== path) return { body: readFileSync(modules + file), type: 'text/javascript; charset=utf-8' };
  return vendor.answer?.(path) ?? { body: '' };
}

const listen = (server: Server, host: string) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port: 0 }, () => resolve((server.address() as AddressInfo).port));
  });

const close = (server: Server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });

/** Starts the servers of these vendors on free ports, on this machine only. */
export async function startCollector(vendors: readonly Vendor[]): Promise<Collector> {
  let log: Heard[] = [];
  const origins = new Map<string, string>();
  const servers: Server[] = [];
  const handle = (vendor: Vendor, request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '/' } = request;
    const path = url.split('?')[0] as string;
    const entry: Heard = { vendor: vendor.id, method, path, bytes: 0 };
    log.push(entry);
    request.on('data', (part: Buffer) => {
      entry.bytes += part.length;
    });
    request.on('end', () => {
      const { body, type = 'text/plain' } = answer(vendor, path);
      response.writeHead(200, { ...shared(request), 'content-type': type });
      response.end(method === 'OPTIONS' ? '' : body);
    });
  };
  for (const vendor of vendors) {
    const server = createServer((request, response) => handle(vendor, request, response));
    servers.push(server);
    origins.set(vendor.id, `http://${vendor.host}:${await listen(server, vendor.host)}`);
  }
  return {
    origin: ({ id }) => origins.get(id) as string,
    heard: (vendor) => log.filter(({ vendor: id }) => !vendor || id === vendor.id),
    clear() {
      log = [];
    },
    async close() {
      await Promise.all(servers.map(close));
    },
  };
}
