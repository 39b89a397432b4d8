import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

import { renderPage } from '../site/pages.ts';
import { readSheet } from '../site/sheet.ts';
import type { BuiltFiles } from './built.ts';
import { readAsset } from './files.ts';
import { type PageReply, send } from './reply.ts';
import type { RequestLog } from './requestLog.ts';

const siteDirectory = fileURLToPath(new URL('../site/', import.meta.url));

/** What the site needs to answer. */
export interface SiteOptions {
  built: BuiltFiles;
  log: RequestLog;
  /** Origin of the second server, such as `http://127.0.0.1:4174`. */
  trackerUrl: string;
  /** Asked first for every request, with the path without its query. */
  pages?: ((path: string, request: IncomingMessage) => PageReply | undefined) | undefined;
}

const notFound: PageReply = { body: '404', type: 'text/plain; charset=utf-8', status: 404 };
const notAllowed: PageReply = {
  body: '405',
  type: 'text/plain; charset=utf-8',
  status: 405,
  headers: { allow: 'GET, HEAD' },
};

/** Only what a browser needs: the templates beside these files stay private. */
const publicAsset = /\.(?:js|svg)$/;

async function answer(path: string, options: SiteOptions): Promise<PageReply> {
  if (path.startsWith('/kelisim/')) {
    return (await options.built.read(path.slice('/kelisim/'.length))) ?? notFound;
  }
  if (path === '/site/site.css') {
    return { body: await readSheet(), type: 'text/css; charset=utf-8' };
  }
  if (path.startsWith('/site/') && publicAsset.test(path)) {
    return (await readAsset(siteDirectory, path.slice('/site/'.length))) ?? notFound;
  }
  const nonce = randomBytes(16).toString('base64');
  const page = { trackerUrl: options.trackerUrl, kelisimTag: await options.built.tag(), nonce };
  const rendered = renderPage(path, page);
  if (rendered) {
    const { body, policy } = rendered;
    return { body, ...(policy && { headers: { 'content-security-policy': policy } }) };
  }
  if (!path.endsWith('/') && renderPage(`${path}/`, page) !== undefined) {
    return { ...notFound, body: '', status: 301, headers: { location: `${path}/` } };
  }
  return notFound;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: SiteOptions,
): Promise<void> {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const added = options.pages?.(path, request);
  if (added) return send(request, response, added);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(request, response, notAllowed);
  }
  if (path === '/demo/requests') return options.log.stream(request, response);
  return send(request, response, await answer(path, options));
}

/** The site: added pages first, then its own pages, its assets, the built files and the live log. */
export function siteHandler(options: SiteOptions): RequestListener {
  return (request, response) => {
    handle(request, response, options).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  };
}
