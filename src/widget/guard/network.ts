import { hook, type Realm } from './hook.ts';
import { holds } from './judge.ts';
import { follow, last } from './live.ts';

/** Addresses that no request leaves this machine for: the browser itself says no, with the errors it always has. */
const NOWHERE = 'wss://0.0.0.0:1';
const EMPTY = 'data:application/json,{}';

/** Asking for data: the caller gets an empty answer, because a refusal is often tried again. */
function hookCalls(win: Realm): void {
  hook(win, 'fetch', (go, args) =>
    holds(args[0]?.url ?? args[0], 'fetch')
      ? win.Promise.resolve(new win.Response(null, { status: 204 }))
      : go(),
  );
  hook(win, 'fetchLater', (go, args) =>
    holds(args[0]?.url ?? args[0], 'fetch') ? { activated: false } : go(),
  );
  hook(win.Navigator?.prototype, 'sendBeacon', (go, args) => holds(args[0], 'beacon') || go());
  hook((win as { Worklet?: { prototype: object } }).Worklet?.prototype, 'addModule', (go, args) =>
    holds(args[0], 'worker') ? win.Promise.resolve() : go(),
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
    if (args && holds(args[1], 'xhr')) {
      args[0] = 'GET';
      args[1] = EMPTY;
      open.apply(request, args as never);
    }
    return go();
  });
}

/** Connections that last. */
function hookSockets(win: Realm): void {
  for (const [name, nowhere] of [
    ['WebSocket', NOWHERE],
    ['EventSource', EMPTY],
    ['WebTransport', NOWHERE.replace('wss', 'https')],
  ] as const)
    hook(win, name, (go, args) => {
      const vector = name.toLowerCase();
      const [address] = args;
      if (holds(address, vector)) args[0] = nowhere;
      const socket = go();
      follow(
        last.owner,
        () => holds(address, vector),
        () => socket.close(),
      );
      return socket;
    });
}

/** The servers that help two browsers to find each other hear of both. */
function hookPeers(win: Realm): void {
  const asks = (config?: RTCConfiguration) =>
    config?.iceServers?.some(({ urls }) =>
      [urls].flat().some((url) => holds(`${url}`.replace(/^\w+:/, 'https://'), 'webrtc')),
    );
  hook(win, 'RTCPeerConnection', (go, args) => {
    const [config] = args;
    if (asks(config)) args[0] = {};
    const peer = go();
    follow(
      last.owner,
      () => !!asks(config),
      () => peer.close(),
    );
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
