import { type Family, scripts } from '../vector.ts';

const calls = scripts('txt', {
  fetch: ['`fetch`', 'fetch(url)'],
  'fetch-url': ['`fetch(URL)`', 'fetch(new URL(url))'],
  'fetch-request': ['`fetch(Request)`', 'fetch(new Request(url))'],
  'fetch-post': ['`fetch` POST', "fetch(url, { method: 'POST', body: 'x', mode: 'no-cors' })"],
  'fetch-keepalive': ['`keepalive`', 'fetch(url, { keepalive: true })'],
  'fetch-relative': ['`fetch("//…")`', "fetch(url.replace('http:', ''))"],
  'fetch-later': ['`fetchLater`', 'fetchLater(url, { activateAfter: 0 })'],
  xhr: ['`XMLHttpRequest`', "const x = new XMLHttpRequest(); x.open('GET', url); x.send()"],
  'xhr-sync': [
    'the same, synchronous',
    "const x = new XMLHttpRequest(); x.open('GET', url, false); x.send()",
  ],
  beacon: ['`sendBeacon`', "navigator.sendBeacon(url, 'x')"],
  websocket: ['`WebSocket`', "new WebSocket(url.replace('http', 'ws'))"],
  ping: [
    '`a[ping]`',
    "const a = document.createElement('a'); a.href = '#x'; a.ping = url; document.body.append(a); a.click()",
  ],
});

const streams = scripts('events', { 'event-source': ['`EventSource`', 'new EventSource(url)'] });

const stun = scripts('txt', {
  stun: [
    'WebRTC (STUN)',
    "const c = new RTCPeerConnection({ iceServers: [{ urls: stun }] }); c.createDataChannel('x'); return c.createOffer().then((offer) => c.setLocalDescription(offer))",
  ],
});

const worklets = scripts('mjs', {
  worklet: ['audio worklet', 'return new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(url)'],
});

/** Calls that send. */
export const network: Family = {
  name: 'network',
  title: 'Calls',
  kind: 'script',
  vectors: { ...calls, ...streams, ...stun, ...worklets },
};
