import type { RemoteInfo } from 'node:dgram';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { EVERY } from './vectors/chatter.ts';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A script that leaves its mark in the page, also from a module or a frame of the same site. */
const script = (mark: string) => `
try { top.ran.push('${mark}'); } catch {}
`;

/** Each path is answered by its ending. A frame marks itself through a message, because it is another origin. */
const ANSWERS: Record<string, (mark: string) => [type: string, body: string | Buffer]> = {
  js: (mark) => ['text/javascript', script(mark)],
  // A worklet has no page to leave a mark in.
  mjs: () => ['text/javascript', ''],
  gif: () => ['image/gif', gif],
  css: () => ['text/css', 'kelisim-nothing {}'],
  html: (mark) => ['text/html', `<!doctype html><script>parent.postMessage('${mark}', '*')</script>`],
  chatter: (mark) => [
    'text/html',
    `<!doctype html><script>setInterval(() => fetch('/${mark.split(' ')[1]}-more.txt'), ${EVERY})</script>`,
  ],
  svg: () => ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  vtt: () => ['text/vtt', 'WEBVTT\n'],
  // The stream ends at once, so that the page asks again as soon as it may.
  events: () => ['text/event-stream', `retry: ${EVERY}\ndata: 1\n\n`],
  txt: () => ['text/plain', 'ok'],
};

const HEADERS = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  // Each use must reach the server, or the log would miss it.
  'cache-control': 'no-store',
};

/** Answers a request to the tracker or the control with something valid for the ending of its path. */
export function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const [, name = '', ending = 'txt'] = /^\/(.*?)\.(\w+)$/.exec(path) ?? [];
  const { origin, host } = request.headers;
  const shared = {
    ...HEADERS,
    'access-control-allow-origin': origin ?? '*',
    ...(origin && { 'access-control-allow-credentials': 'true' }),
  };
  request.resume();
  const [type, body] = (ANSWERS[ending] ?? ANSWERS.txt ?? (() => ['', '']))(`${host} ${name}`);
  response.writeHead(200, { ...shared, 'content-type': type });
  response.end(body);
}

const COOKIE = 0x2112a442;

/** RFC 8489: success for a binding request, so that the browser asks once. */
export function stunAnswer(request: Buffer, { port, address }: RemoteInfo): Buffer {
  const reply = Buffer.alloc(32);
  reply.writeUInt16BE(0x0101, 0);
  reply.writeUInt16BE(12, 2);
  request.copy(reply, 4, 4, 20);
  reply.writeUInt32BE(0x00200008, 20);
  reply.writeUInt16BE(1, 24);
  reply.writeUInt16BE(port ^ (COOKIE >>> 16), 26);
  const ip = address.split('.').reduce((all, part) => all * 256 + Number(part), 0);
  reply.writeUInt32BE((ip ^ COOKIE) >>> 0, 28);
  return reply;
}
