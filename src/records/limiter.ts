import { createHmac, randomBytes } from 'node:crypto';
import { sourceOf } from './source.ts';

/** How long a count lasts, in ms. */
const WINDOW = 60_000;
/** More sources than this in one window are an attack on the memory; the count starts again then. */
const MOST_SOURCES = 100_000;

/** Counts what each source (an IPv4 address, or an IPv6 /64) sends, without keeping any address. */
export interface Limiter {
  /** Seconds to wait before the next try, or 0 when this one may pass. */
  wait(address: string, now: number): number;
}

/**
 * A limit for each source and minute. A source is kept as a hash with a secret that nobody can read and that is
 * another one in each window, so that neither the memory nor two windows tell who it was.
 */
export function createLimiter(perMinute: number): Limiter {
  let start = 0;
  let secret = randomBytes(32);
  const counts = new Map<string, number>();
  return {
    wait(address, now) {
      // A clock that was put back would make everybody wait until it is where it was.
      if (now < start || now - start >= WINDOW || counts.size >= MOST_SOURCES) {
        start = now;
        secret = randomBytes(32);
        counts.clear();
      }
      const key = createHmac('sha256', secret).update(sourceOf(address)).digest('base64');
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count > perMinute ? Math.max(1, Math.ceil((start + WINDOW - now) / 1000)) : 0;
    },
  };
}
