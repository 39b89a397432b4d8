import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

import type { PageReply } from './reply.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const hashedName = /-[\w-]{8,}\.[a-z0-9]+$/i;
const oneYear = 'public, max-age=31536000, immutable';

/** The decoded path, or `undefined` when it is malformed or would leave its directory. */
function safePath(path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded)) return undefined;
  return decoded.split('/').some((part) => part.startsWith('.')) ? undefined : decoded;
}

/**
 * Reads one file of a directory as a reply with its MIME type.
 * @param root directory that must not be left
 * @param path URL path inside it, still percent-encoded
 * @returns `undefined` when there is no such file, it has an unknown type, or the path leaves `root`
 */
export async function readAsset(root: string, path: string): Promise<PageReply | undefined> {
  const inside = safePath(path);
  const type = types[extname(inside ?? '').toLowerCase()];
  if (inside === undefined || type === undefined) return undefined;
  const directory = resolve(root);
  const file = join(directory, inside);
  if (!file.startsWith(directory + sep)) return undefined;
  try {
    return { body: await readFile(file), type };
  } catch {
    return undefined;
  }
}

/** Adds long caching when the name carries a content hash; other replies stay as they are. */
export function cacheHashed(path: string, reply: PageReply): PageReply {
  if (!hashedName.test(path)) return reply;
  return { ...reply, headers: { ...reply.headers, 'cache-control': oneYear } };
}
