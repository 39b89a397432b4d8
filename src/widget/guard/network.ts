import { hook, type Realm } from './hook.ts';
import { holds } from './judge.ts';
import { follow } from './live.ts';

/** Addresses that no request leaves this machine for: the browser itself says no, with the errors it always has. */
const NOWHERE = '://0.0.0.0:1';
const EMPTY = 'data:application/json,{}';

/** Asking for data: the caller gets an empty answer, because a refusal is often tried again. */
function hookCalls(win: Realm): void {
  hook(win, 'fetch', (go, args) =>
    holds(args[0]?.url ?? args[0], 'fetch') ? Promise.resolve(new Response(null, { status: 204 })) : go(),
  );
  hook(win, 'fetchLater', (go, args) =>
    holds(args[0]?.url ?? args[0], 'fetch') ? { activated: false } : go(),
  );
  hook(win.Navigator?.prototype, 'sendBeacon', (go, args) => holds(args[0], 'beacon') || go());
  hook((win as { Worklet?: { prototype: object } }).Worklet?.prototype, 'addModule', (go, args) =>
    holds(args[0], 'worker') ? Promise.resolve() : go(),
  );
}

/** What is asked for is only certain when it is sent: consent may have gone since `open`. */
function hookRequests(win: Realm): void {
  const { prototype } = win.XMLHttpRequest;
  const { open } = prototype;
  const opened = new WeakMap<XMLHttpRequest, unknown[]>();
  hook(prototype, 'open', (go, args, request) => {
    const result = go();
    opened.set(request, args);
    return result;
  });
  hook(prototype, 'send', (go, _args, request) => {
    const args = opened.get(request);
    if (args && holds(args[1], 'xhr')) open.apply(request, ['GET', EMPTY, ...args.slice(2)] as never);
    return go();
  });
}

/** Connections that last. */
function hookSockets(win: Realm): void {
  for (const [name, nowhere] of [
    ['WebSocket', `wss${NOWHERE}`],
    ['EventSource', EMPTY],
    ['WebTransport', `https${NOWHERE}`],
  ] as const)
    hook(win, name, (go, args) => {
      const isHeld = () => holds(address, name.toLowerCase());
      const [address] = args;
      const verdict = isHeld();
      if (verdict) args[0] = nowhere;
      const socket = go();
      if (verdict === 0) follow(() => isHeld() && !socket.close());
      return socket;
    });
}

/** The servers that help two browsers to find each other hear of both. */
function hookPeers(win: Realm): void {
  hook(win, 'RTCPeerConnection', (go, args) => {
    const [config] = args;
    const isHeld = () =>
      config?.iceServers?.some(({ urls }: RTCIceServer) =>
        [urls].flat().some((url) => holds(`${url}`.replace(/^\w+:/, 'https://'), 'webrtc')),
      );
    if (isHeld()) args[0] = {};
    const peer = go();
    follow(() => isHeld() && !peer.close());
    return peer;
  });
}

/** Covers everything in a window or worker that asks for data. */
export function watchNetwork(win: Realm): void {
  hookCalls(win);
  hookRequests(win);
  hookSockets(win);
  hookPeers(win);
}
