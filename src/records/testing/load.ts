import type { Post } from '../post.ts';
import { read, send } from './request.ts';
import { receiptOf, samplePost } from './samples.ts';

/** Many visitors at once. */
export interface Load {
  /** Receipts that the service has accepted. */
  accepted: Set<string>;
  /** Statuses of everything that was answered. */
  statuses: number[];
  /** Resolves when so many are accepted. */
  reached(count: number): Promise<void>;
  /** Ends the load; resolves when nobody waits for an answer any more. */
  stop(): Promise<void>;
}

const at = new Date(Date.now() - 36e5).toISOString();
const until = new Date(Date.now() + 864e5).toISOString();

/** A decision of an hour ago, by its number. */
export const postOf = (number: number): Post => samplePost({ id: receiptOf(number), at, until });

/** Posts different decisions from `first` on, `width` at a time, without a pause, until it is stopped. */
export function startLoad(base: string, { first, width }: { first: number; width: number }): Load {
  const load = { accepted: new Set<string>(), statuses: [] as number[] };
  let next = first;
  let over = false;
  let tell = () => {};
  async function visitor(): Promise<void> {
    while (!over) {
      const post = postOf(next++);
      const status = await send(base, post).then(
        (reply) => reply.status,
        () => 0,
      );
      load.statuses.push(status);
      if (status === 201) load.accepted.add(post.record.id);
      // Nobody is there any more.
      if (status === 0) over = true;
      tell();
    }
  }
  const visitors = Promise.all(Array.from({ length: width }, visitor));
  return {
    ...load,
    reached: (count) =>
      new Promise((resolve) => {
        tell = () => load.accepted.size >= count && resolve();
      }),
    async stop() {
      over = true;
      await visitors;
    },
  };
}

/** Receipts of everything in the log, each as often as it is there, sorted. */
export async function keptIn(base: string): Promise<string[]> {
  const { text } = await read(base, `/v1/records?from=${at.slice(0, 10)}&to=${at.slice(0, 10)}`);
  const lines = text.split('\n').filter(Boolean);
  return lines.map((line) => (JSON.parse(line) as Post).record.id).sort();
}
