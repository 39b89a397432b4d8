import type { RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';

import { readAsset } from './files.ts';
import type { PageReply } from './reply.ts';
import type { RequestLog } from './requestLog.ts';

const scripts = fileURLToPath(new URL('../trackers/', import.meta.url));
const ids = ['sanaq', 'izdeu', 'baspa', 'komek', 'korme', 'qalqan'];
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const shared = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*',
  'cross-origin-resource-policy': 'cross-origin',
  // Each use must reach the server, or the log would miss it.
  'cache-control': 'no-store',
};

/** A cookie that another site's page may keep only when it is marked so. */
const videoCookie = 'korme_v=1; Path=/; Max-Age=31536000; SameSite=None; Secure';

/** The tracker a path belongs to, or '' when to none. */
function trackerOf(path: string): string {
  const name = /^\/([a-z]+)/.exec(path)?.[1] ?? '';
  return ids.includes(name) ? name : '';
}

async function answer(path: string): Promise<PageReply> {
  if (path.endsWith('/c')) return { body: '', status: 204 };
  if (path.endsWith('.gif')) return { body: gif, type: 'image/gif' };
  const file = await readAsset(scripts, path.slice(1));
  if (!file) return { body: '404', type: 'text/plain; charset=utf-8', status: 404 };
  return path.startsWith('/korme/') ? { ...file, headers: { 'set-cookie': videoCookie } } : file;
}

/** The second origin: the stand-in trackers and what they report to. Logs all it receives. */
export function trackerHandler(log: RequestLog): RequestListener {
  return (request, response) => {
    const url = request.url ?? '/';
    const path = url.split('?')[0] ?? '/';
    log.add({ method: request.method ?? '', path: url, at: Date.now(), tracker: trackerOf(path) });
    request.resume();
    const reply = request.method === 'OPTIONS' ? { body: '', status: 204 } : answer(path);
    Promise.resolve(reply)
      .then(({ body, type, status, headers }: PageReply) => {
        response.writeHead(status ?? 200, {
          ...shared,
          ...(type ? { 'content-type': type } : {}),
          ...headers,
        });
        response.end(body);
      })
      .catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  };
}
