/** A queue for each tracker: what hangs in one holds up nobody else. */
const queues: Record<string, Promise<unknown>> = {};

/** The parser may still be reading the text of an inline script, and a script that is not `async` blocks nothing. */
export const parsed: Promise<unknown> = new Promise((resolve) => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
  else resolve(0);
});

/** Does something of a tracker when all before it is done; `failed` hears of an error, and the queue goes on. */
export function queue(id: string, act: () => unknown, failed: (cause: unknown) => void): void {
  queues[id] = Promise.resolve(queues[id]).then(act).catch(failed);
}
