import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** RFC 6455, 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;

/** Answers a WebSocket handshake and keeps the socket open; `hear` is called for what the page sends as text. */
export function acceptSocket(request: IncomingMessage, socket: Socket, hear: () => void): void {
  const key = createHash('sha1').update(request.headers['sec-websocket-key'] + GUID);
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key.digest('base64')}\r\n\r\n`,
  );
  // Messages are a few letters, so each comes in a piece of its own or behind others: the first byte tells the kind.
  socket.on('data', (data: Buffer) => {
    if (((data[0] as number) & 15) === TEXT) hear();
    else socket.end();
  });
  // A server of Node's leaves its half open when the page has closed the other.
  socket.on('end', () => socket.destroy()).on('error', () => socket.destroy());
}
