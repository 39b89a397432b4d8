import type { Database } from './database/database.ts';
import type { Post } from './post.ts';
import { append, type Place } from './store.ts';

/** More than this wait only when the database is too slow for what comes in. */
const MOST_WAITING = 4096;
/** So many are stored in one transaction: one commit serves them all. */
const MOST_AT_ONCE = 128;

/** Thrown when more wait than can be stored soon. */
export class BusyError extends Error {}

/** Stores posts, those that come together in one transaction. */
export interface Batch {
  /**
   * Resolves when the post is committed, and not before.
   * @throws BusyError, or the database's error; then it was not accepted, and may be sent again
   */
  add(post: Post): Promise<Place>;
  /** How many wait. */
  waiting(): number;
}

interface Waiting {
  post: Post;
  resolve(place: Place): void;
  reject(cause: unknown): void;
}

/** SQLSTATE classes that blame what was sent: the others of the same transaction are tried by themselves. */
const isDataError = (cause: unknown): boolean => /^2[123]/.test((cause as { code?: string }).code ?? '');

/** Makes the queue in front of a database. */
export function createBatch(database: Database): Batch {
  const queue: Waiting[] = [];
  let running = false;

  async function store(some: readonly Waiting[]): Promise<void> {
    try {
      const places = await append(
        database,
        some.map(({ post }) => post),
      );
      for (const [index, { resolve }] of some.entries()) resolve(places[index] as Place);
    } catch (cause) {
      if (some.length > 1 && isDataError(cause)) for (const one of some) await store([one]);
      else for (const { reject } of some) reject(cause);
    }
  }

  async function run(): Promise<void> {
    running = true;
    while (queue.length) await store(queue.splice(0, MOST_AT_ONCE));
    running = false;
  }

  return {
    add(post) {
      if (queue.length >= MOST_WAITING) return Promise.reject(new BusyError());
      return new Promise((resolve, reject) => {
        queue.push({ post, resolve, reject });
        // Requests that were read from the sockets together come into one transaction.
        if (!running) {
          running = true;
          setImmediate(run);
        }
      });
    },
    waiting: () => queue.length,
  };
}
