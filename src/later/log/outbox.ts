import type { LogPost } from '../../contract.ts';

/* The one owner of `kelisim.outbox`: what the consent log has not confirmed yet. Records only, nothing of the page. */

const NAME = 'kelisim.outbox';
/** The oldest are kept: what was decided first is hardest to prove otherwise. */
const MOST = 20;

/** What stands in local storage. */
interface Outbox {
  /** Key of the last decision that was put in, so that each is put in once, whichever tab or page finds it. */
  last: string;
  waiting: LogPost[];
}

/** What makes two posts the same: receipt number and time of the decision. */
export const keyOf = ({ record: { id, at } }: LogPost): string => `${id} ${at}`;

function read(): Outbox {
  try {
    const { last, waiting } = JSON.parse(localStorage.getItem(NAME) ?? '') as Outbox;
    // Somebody else may have written it; what has no key could never be taken out again.
    return { last, waiting: waiting.filter(keyOf).slice(0, MOST) };
  } catch {
    return { last: '', waiting: [] };
  }
}

function write(outbox: Outbox): boolean {
  try {
    localStorage.setItem(NAME, JSON.stringify(outbox));
    return true;
  } catch {
    return false;
  }
}

/** Everything that waits, oldest first. */
export const readWaiting = (): LogPost[] => read().waiting;

/** Puts a decision in. `known`: it was put in before. `lost`: nothing can be stored here. */
export function put(post: LogPost): 'new' | 'known' | 'lost' {
  const { last, waiting } = read();
  if (last === keyOf(post)) return 'known';
  return write({ last: keyOf(post), waiting: [...waiting, post].slice(0, MOST) }) ? 'new' : 'lost';
}

/** Takes out what is through. */
export function take(post: LogPost): void {
  const { last, waiting } = read();
  write({ last, waiting: waiting.filter((other) => keyOf(other) !== keyOf(post)) });
}
