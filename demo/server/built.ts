import { createHash } from 'node:crypto';

import { cacheHashed, readAsset } from './files.ts';
import type { PageReply } from './reply.ts';

/** The second origin that demo/consent.config.json names. */
const configuredTracker = '127.0.0.1:4174';
const plainTag = '<script src="/kelisim/kelisim.js"></script>';

const hashOf = (body: Buffer | string): string =>
  `sha256-${createHash('sha256').update(body).digest('base64')}`;

/** The built kelisim files, as this demo serves them. */
export interface BuiltFiles {
  /** One file by its URL path inside `/kelisim/`; `undefined` when it does not exist. */
  read(path: string): Promise<PageReply | undefined>;
  /** The tag for the pages: `snippet.html` when it was built, else a plain script tag. */
  tag(): Promise<string>;
}

/**
 * Serves the built files of `directory`. When the second origin listens on another port than the
 * configured 4174 (tests take any free one), the port is put right in what is sent, and so are the
 * SRI hashes of the tag and, inside `kelisim.js`, of the file with the trackers: the files on disk stay untouched.
 * @param tracker host and port of the second origin, such as `127.0.0.1:4174`
 */
export function serveBuilt(directory: string, tracker: string): BuiltFiles {
  const moved = tracker !== configuredTracker;
  const move = (body: string | Uint8Array) => body.toString().replaceAll(configuredTracker, tracker);
  /** The script with the hash of its second file as that one is sent. */
  const withHash = async (script: string): Promise<string> => {
    const [name = ''] = /later-\w+\.js/.exec(script) ?? [];
    const later = await readAsset(directory, name);
    return later ? script.replace(hashOf(later.body), hashOf(move(later.body))) : script;
  };
  const read = async (path: string): Promise<PageReply | undefined> => {
    const reply = await readAsset(directory, path);
    if (!reply) return undefined;
    if (!moved) return cacheHashed(path, reply);
    const body = move(reply.body);
    return cacheHashed(path, { ...reply, body: path === 'kelisim.js' ? await withHash(body) : body });
  };
  const tag = async (): Promise<string> => {
    const snippet = await readAsset(directory, 'snippet.html');
    if (!snippet) return plainTag;
    const line = snippet.body.toString().trim();
    const script = moved ? await read('kelisim.js') : undefined;
    if (!script) return line;
    return line.replace(/\bsha256-[\w+/=]+/, hashOf(script.body));
  };
  return { read, tag };
}
