import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What a page or a file answers with. */
export interface PageReply {
  body: string | Buffer;
  /** Content type; default `text/html; charset=utf-8`. */
  type?: string;
  /** Default 200. */
  status?: number;
  /** Added last, so they replace the defaults. Names in lower case. */
  headers?: Record<string, string>;
}

type Encoding = 'br' | 'gzip';

const compressible = /^(?:text\/|image\/svg|application\/(?:json|javascript|manifest))/;
const compressed = new Map<string, Promise<Buffer>>();
const maxCompressed = 500;

function pack(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(body, { level: 9 });
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function packOnce(body: Buffer, encoding: Encoding, tag: string): Promise<Buffer> {
  const key = `${encoding} ${tag}`;
  const known = compressed.get(key);
  if (known) return known;
  const oldest = compressed.keys().next().value;
  if (compressed.size >= maxCompressed && oldest !== undefined) compressed.delete(oldest);
  const packed = pack(body, encoding);
  compressed.set(key, packed);
  return packed;
}

function encodingFor(request: IncomingMessage, type: string): Encoding | undefined {
  if (!compressible.test(type)) return undefined;
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : undefined;
}

/**
 * Sends a reply: compressed when the browser accepts it (kept in memory), with an ETag, and as
 * 304 without a body when the browser already has it.
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: PageReply,
): Promise<void> {
  const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body);
  const type = reply.type ?? 'text/html; charset=utf-8';
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const encoding = encodingFor(request, type);
  const status = reply.status ?? 200;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'no-cache');
  response.setHeader('vary', 'accept-encoding');
  response.setHeader('etag', `"${tag}${encoding ? `-${encoding}` : ''}"`);
  response.setHeader('x-content-type-options', 'nosniff');
  if (encoding) response.setHeader('content-encoding', encoding);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (status === 200 && request.headers['if-none-match'] === response.getHeader('etag')) {
    response.writeHead(304).end();
    return;
  }
  const packed = encoding ? await packOnce(body, encoding, tag) : body;
  response.writeHead(status, { 'content-length': packed.length });
  response.end(request.method === 'HEAD' ? undefined : packed);
}
