import type { Post } from '../post.ts';
import { TOKEN } from './samples.ts';

/** What came back. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

/** Sends a request to a service that listens. */
export async function request(address: string, init: RequestInit = {}): Promise<Reply> {
  const reply = await fetch(address, init);
  return { status: reply.status, headers: reply.headers, text: await reply.text() };
}

/** Posts a decision as the page of its origin does. */
export const send = (base: string, body: Post, headers: Record<string, string> = {}): Promise<Reply> =>
  request(`${base}/v1/records`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: body.origin, ...headers },
    body: JSON.stringify(body),
  });

/** Reads as the operator. */
export const read = (base: string, path: string): Promise<Reply> =>
  request(`${base}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
