import { Agent, request } from 'node:http';

/** What a measured stretch gave. */
export interface Measured {
  /** Records stored in a second. */
  perSecond: number;
  /** Milliseconds that 99 of 100 did not exceed. */
  p99: number;
}

/** How long is measured, after a shorter stretch that is not, in ms. */
const STRETCH = 6000;
const BEFORE = 1500;

/** Runs `store` with numbers that never come twice, `width` at a time. */
export async function measure(width: number, store: (number: number) => Promise<void>): Promise<Measured> {
  let next = 1;
  const run = async (stretch: number): Promise<number[]> => {
    const times: number[] = [];
    const end = performance.now() + stretch;
    const one = async () => {
      while (performance.now() < end) {
        const started = performance.now();
        await store(next++);
        times.push(performance.now() - started);
      }
    };
    await Promise.all(Array.from({ length: width }, one));
    return times;
  };
  await run(BEFORE);
  const times = (await run(STRETCH)).sort((a, b) => a - b);
  return { perSecond: times.length / (STRETCH / 1000), p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** A poster of bodies that keeps its connections, as nginx does. Throws on any answer but 201. */
export function createPoster(base: string, origin: string): (body: string) => Promise<void> {
  const agent = new Agent({ keepAlive: true });
  return (body) =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        origin,
      };
      const sent = request(`${base}/v1/records`, { method: 'POST', agent, headers }, (reply) => {
        reply.resume().on('end', () => {
          if (reply.statusCode === 201) resolve();
          else reject(new Error(`HTTP ${reply.statusCode}`));
        });
      });
      sent.on('error', reject).end(body);
    });
}
