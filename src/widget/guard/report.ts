import type { Held } from '../../types.ts';
import { STRICT, site } from './scope.ts';

/** No page needs more to see what is missing, and a page that goes on for days must not grow. */
const MOST = 500;

/** Everything held so far, each once. */
const list: Held[] = [];
const told: Record<string, unknown> = { __proto__: null } as never;

/**
 * Takes note, once, of something that is a tracker's (`whose`) or nobody's, and says whether it is held. Of an
 * unknown host only the first address is noted.
 */
export function report(vector: string, url: string, whose: string, passes = !(whose || STRICT)): boolean {
  const key = vector + whose + (passes ? url.split('/', 3) : url);
  if (!told[key] && list.length < MOST) {
    const entry = { vector, url, tracker: whose || 'unknown', held: !passes };
    told[key] = list.push(entry);
    site.report?.(entry);
  }
  return !passes;
}

site.held = list;
