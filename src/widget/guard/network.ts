import { type Act, hook, notes, once, type Realm } from './hook.ts';
import { holds } from './judge.ts';
import { follow } from './live.ts';

/** Addresses that no request leaves this machine for: the browser itself says no, with the errors it always has. */
const NOWHERE = 'wss://0.0.0.0:1';
const EMPTY = 'data:,{}';

/** Asking for data: the caller gets an empty answer, because a refusal is often tried again. */
function hookCalls(win: Realm): void {
  const answer: Act = (go, args, _self, name) =>
    // `importScripts` takes any number, the others one, which may be a `Request`.
    args.some((one, at) => (!at || name > 'i') && holds(one?.url ?? once(args, at), 'fetch'))
      ? Promise.resolve(new Response('{}'))
      : go();
  // A window has them as its own, a worker from its interface.
  hook(win, ' Worklet WorkerGlobalScope', 'fetch fetchLater addModule importScripts', answer);
  hook(win, 'Navigator', 'sendBeacon', (go, args) => holds(once(args), 'beacon') || go());
}

/** What is asked for is only certain when it is sent: consent may have gone since `open`. */
function hookRequests(win: Realm): void {
  hook(win, 'XMLHttpRequest', 'open send', (go, args, request, name) => {
    const asked = notes.get(request);
    // `open` or `send`.
    if (name < 's') {
      once(args, 1);
      notes.set(request, args);
    } else if (asked && holds(asked[1], 'xhr')) request.open('GET', EMPTY, asked[2] ?? true);
    return go();
  });
}

/** Connections that last. */
function hookSockets(win: Realm): void {
  hook(win, '', 'WebSocket EventSource', (go, args, _self, name) => {
    const address = once(args);
    const isHeld = () => holds(address, name.toLowerCase());
    const verdict = isHeld();
    // By the first letter: `WebSocket` or `EventSource`.
    if (verdict) args[0] = name > 'J' ? NOWHERE : EMPTY;
    const socket = go();
    if (verdict === 0) follow(() => isHeld() && !socket.close());
    return socket;
  });
}

/**
 * The servers that help two browsers to find each other hear of both. `XMLHttpRequest` is here only so that one which
 * the page has replaced is noticed.
 */
function hookPeers(win: Realm): void {
  hook(win, '', 'RTCPeerConnection XMLHttpRequest', (go, args) => {
    for (const { urls } of args[0]?.iceServers ?? [])
      for (const url of [urls].flat()) if (holds(url.replace(/^\w+:/, 'https://'), 'webrtc')) args[0] = {};
    return go();
  });
}

/** Covers everything in a window or worker that asks for data. */
export function watchNetwork(win: Realm): void {
  hookCalls(win);
  hookRequests(win);
  hookSockets(win);
  hookPeers(win);
}
