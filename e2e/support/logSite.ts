import { createServer, type IncomingMessage, request as pass, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Demo, startDemo } from '../../demo/serve.ts';
import type { LogPost } from '../../src/contract.ts';
import { buildSite, readConfig } from './build.ts';
import { noStream } from './test.ts';

/** Where the log stands on the site under test. */
export const LOG_PATH = '/consent/v1/records';

/** The akshamat.kz site with a consent log. */
const logFiles = (): string => buildSite({ ...readConfig(), log: { url: LOG_PATH } });

/** What the log does with a post: keeps it, answers with a status, cuts the connection, or keeps it without a word. */
type Mood = 'keep' | 'cut' | 'silent' | number;

/** The demo behind a front as nginx is one: the log stands on the site's own host. */
export interface LogSite {
  url: string;
  demo: Demo;
  /** Everything posted, as it came, kept or not. */
  posts: LogPost[];
  /** Keys (receipt and time) that the log has kept, each as often as it did. */
  kept: string[];
  /** Headers of each post. */
  headers: IncomingMessage['headers'][];
  mood: Mood;
  /** Sends everything of `LOG_PATH` to a real service from now on. */
  service: string | undefined;
  close(): Promise<void>;
}

const textOf = async (message: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of message) text += part;
  return text;
};

/** Passes a request on to another server. */
function passOn(
  to: string,
  { message, body }: { message: IncomingMessage; body: string },
  reply: ServerResponse,
) {
  const { hostname, port } = new URL(to);
  const { method, headers, url = '/' } = message;
  const path = url.replace('/consent/', '/');
  const next = pass({ hostname, port, method, headers, path }, (answer) => {
    reply.writeHead(answer.statusCode ?? 502, answer.headers);
    // A stream of events has nothing to say at first.
    reply.flushHeaders();
    answer.pipe(reply);
  });
  next.on('error', () => reply.destroy());
  // A stream of events goes on until nobody listens any more.
  reply.on('close', () => next.destroy());
  next.end(body);
}

async function keep(site: LogSite, message: IncomingMessage, reply: ServerResponse): Promise<void> {
  const body = await textOf(message);
  const post = JSON.parse(body) as LogPost;
  site.posts.push(post);
  site.headers.push(message.headers);
  if (site.service) return passOn(site.service, { message, body }, reply);
  if (site.mood === 'cut') return void reply.destroy();
  if (typeof site.mood === 'number') return void reply.writeHead(site.mood).end('{}');
  const key = `${post.record.id} ${post.record.at}`;
  const known = site.kept.includes(key);
  if (!known) site.kept.push(key);
  if (site.mood === 'silent') return;
  reply.writeHead(known ? 200 : 201, { 'content-type': 'application/json' });
  reply.end(JSON.stringify({ receipt: post.record.id }));
}

/** Starts both; the page under test is at `url`. */
export async function startLogSite(): Promise<LogSite> {
  const demo = await startDemo({ files: logFiles(), sitePort: 0, trackerPort: 0, pages: noStream });
  const site: LogSite = {
    ...{ url: '', demo, posts: [], kept: [], headers: [], mood: 'keep', service: undefined },
    async close() {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await demo.close();
    },
  };
  const front = createServer((message, reply) => {
    if (message.url === LOG_PATH && message.method === 'POST') return keep(site, message, reply);
    return passOn(demo.siteUrl.replace('localhost', '127.0.0.1'), { message, body: '' }, reply);
  });
  await new Promise<void>((resolve) => void front.listen(0, 'localhost', resolve));
  site.url = `http://localhost:${(front.address() as AddressInfo).port}`;
  return site;
}
