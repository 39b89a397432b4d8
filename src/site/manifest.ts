import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { version } from '../../package.json';
import type { Files } from './emit.ts';
import { cspHash, integrityOf } from './hash.ts';

/** Sizes in bytes and hashes of every file, as JSON text for `manifest.json`. */
export function manifestOf(files: Files, revision: string): string {
  const entries = [...files].map(([name, body]) => [
    name,
    {
      bytes: Buffer.byteLength(body),
      gzip: gzipSync(body, { level: 9 }).length,
      brotli: brotliSize(body),
      integrity: integrityOf(body),
      ...(name === 'kelisim.js' && { csp: cspHash(body) }),
    },
  ]);
  return `${JSON.stringify({ version, revision, files: Object.fromEntries(entries) }, null, 2)}\n`;
}

/** Size in bytes under brotli at its best level, as `size-limit` counts. */
function brotliSize(body: string): number {
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(body) };
  return brotliCompressSync(body, { params }).length;
}
