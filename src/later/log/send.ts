import type { LogPost } from '../../contract.ts';

/** Nobody answers after this long, in ms. */
const PATIENCE = 20_000;

/** The consent log says of a post that it will never take it: it would say so again. */
const FINAL = [400, 409, 413, 422];

/**
 * Posts one decision; goes on when the page is closed. `kept` only when the log itself has confirmed the receipt, so
 * that no other page that answers in its place is taken for it; `refused` when another try makes no sense.
 */
export async function send(url: string, post: LogPost): Promise<'kept' | 'refused' | 'later'> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), PATIENCE);
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(post),
      keepalive: true,
      credentials: 'same-origin',
      redirect: 'error',
      signal: control.signal,
    });
    if (FINAL.includes(reply.status)) return 'refused';
    return reply.ok && (await reply.json()).receipt === post.record.id ? 'kept' : 'later';
  } catch {
    return 'later';
  } finally {
    clearTimeout(timer);
  }
}
