import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A check of `Authorization: Bearer TOKEN` that takes as long for a near miss as for any other wrong one. */
export function createTokenCheck(token: string | undefined): (header: string | undefined) => boolean {
  const wanted = digest(`Bearer ${token}`);
  return (header) => timingSafeEqual(digest(header ?? ''), wanted) && token !== undefined;
}
