import type { Held } from '../../types.ts';
import { site } from './scope.ts';

/** No page needs more to see what is missing, and a page that goes on for days must not grow. */
const MOST = 500;

/** Everything held so far, each once. */
export const list: Held[] = [];

const told: Record<string, unknown> = Object.create(null);

/** Takes note of something held, or let through unknown, once: of an unknown host only its first address. */
export function report(entry: Held): void {
  const { vector, url, tracker, held } = entry;
  const key = `${vector} ${held ? url : /^\w+:\/\/[^/]*|.*/.exec(url)} ${tracker}`;
  if (told[key] || list.length >= MOST) return;
  told[key] = list.push(entry);
  site.report?.(entry);
}
