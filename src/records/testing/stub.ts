import type { Database } from '../database/database.ts';
import type { Post } from '../post.ts';

/** A database that takes everything and remembers it, for tests of what stands in front of it. */
export interface Stub extends Database {
  kept: Post[];
  /** What every statement throws from now on. */
  fault: unknown;
}

/** Knows `append` and nothing else; other statements give no rows. */
export function createStub(): Stub {
  const stub: Stub = {
    kept: [],
    fault: undefined,
    async query<Result extends object>(_sql: string, [json]: readonly unknown[] = []) {
      if (stub.fault) throw stub.fault;
      if (typeof json !== 'string' || !json.startsWith('[{"nr"')) return [];
      const posts = JSON.parse(json) as { nr: number; body: string }[];
      return posts.map(({ nr, body }) => {
        stub.kept.push(JSON.parse(body) as Post);
        return { nr, outcome: 'new', day: '2026-11-25', seq: 1, received: '', hash: '' };
      }) as object[] as Result[];
    },
    close: async () => {},
  };
  return stub;
}
