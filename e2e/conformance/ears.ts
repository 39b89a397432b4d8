import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';
import { answer, stunAnswer } from './answers.ts';
import { acceptSocket } from './socket.ts';

/** The hosts that a page can try to reach: that of the declared tracker, and one that nobody has declared. */
export type Side = 'tested' | 'control';

/** Loopback addresses of their own, because the guard knows hosts and no ports. Linux has the whole of 127/8. */
const HOSTS: Record<Side, string> = { tested: '127.0.0.2', control: '127.0.0.3' };

/** The servers that only listen: what they did not hear was held. */
export interface Ears {
  /** `http://HOST:PORT` */
  origin: Record<Side, string>;
  /** `stun:HOST:PORT` */
  stun: Record<Side, string>;
  /** How often each path without its ending, `RUN/NAME`, was asked for; with `-late` where the address says `?late`. */
  heard: Record<Side, Map<string, number>>;
  /** Resolves as soon as `done()`, which is asked after each request. @throws Error with `what()` after 30 s */
  until(done: () => boolean, what: () => string): Promise<void>;
  close(): Promise<void>;
}

const LONGEST = 30_000;

function listen(server: Server, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, host, () => {
      resolve((server.address() as { port: number }).port);
    });
  });
}

/** A place to wait for what is heard, without asking again and again. */
function createWaiting() {
  const waiting = new Set<() => void>();
  return {
    wake: () => {
      for (const ask of waiting) ask();
    },
    until: (done: () => boolean, what: () => string): Promise<void> =>
      new Promise((resolve, reject) => {
        const leave = (end: () => void) => {
          waiting.delete(ask);
          clearTimeout(clock);
          end();
        };
        const ask = () => done() && leave(resolve);
        const clock = setTimeout(() => leave(() => reject(new Error(what()))), LONGEST);
        waiting.add(ask);
        ask();
      }),
  };
}

type Hear = (path: string) => void;

async function openWeb(host: string, hear: Hear) {
  const tellPath = ({ url = '' }: IncomingMessage) => hear(url);
  const server = createServer((request, response) => {
    // A question before the request proper is not the request.
    if (request.method !== 'OPTIONS') tellPath(request);
    answer(request, response);
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket) => {
    tellPath(request);
    acceptSocket(request, socket, () => hear(`${request.url}-message`));
  });
  const port = await listen(server, host);
  const close = () => {
    server.closeAllConnections();
    return promisify(server.close.bind(server))();
  };
  return { port, close };
}

async function openStun(host: string, hear: Hear) {
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    hear('/stun');
    socket.send(stunAnswer(message, from), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, host, resolve));
  return { port: socket.address().port, close: () => promisify(socket.close.bind(socket))() };
}

async function openSide(side: Side, hear: Hear) {
  const host = HOSTS[side];
  const web = await openWeb(host, hear);
  const stun = await openStun(host, hear);
  return {
    origin: `http://${host}:${web.port}`,
    stun: `stun:${host}:${stun.port}`,
    close: () => Promise.all([web.close(), stun.close()]),
  };
}

/** Starts both hosts' servers on free ports of this machine. */
export async function openEars(): Promise<Ears> {
  const heard = { tested: new Map<string, number>(), control: new Map<string, number>() };
  const { wake, until } = createWaiting();
  const hearOn = (side: Side) => (url: string) => {
    const path = url.replace('?late', '-late?').replace(/^\/|\?.*|\.\w+(?=$|[-?])/g, '');
    heard[side].set(path, (heard[side].get(path) ?? 0) + 1);
    wake();
  };
  const tested = await openSide('tested', hearOn('tested'));
  const control = await openSide('control', hearOn('control'));
  return {
    origin: { tested: tested.origin, control: control.origin },
    stun: { tested: tested.stun, control: control.stun },
    heard,
    until,
    async close() {
      await Promise.all([tested.close(), control.close()]);
    },
  };
}
