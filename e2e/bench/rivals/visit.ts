import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Stand } from './stands.ts';

/**
 * "Slow 4G" as Lighthouse has it, with its factors for throttling by DevTools (3.75 for the round trip of 150 ms, 0.9
 * for the throughput), and its slowdown of the processor:
 * https://github.com/GoogleChrome/lighthouse/blob/main/core/config/constants.js
 */
const NETWORK = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};
const SLOWDOWN = 4;
/** The phone of the same file. */
const SCREEN = { width: 412, height: 823 };
/**
 * Lets the time of a measured visit go by, 3 s: every tool has done by then what it does by itself, and what it does counts
 * until then. A measurement, not a test: there is no event that all tools have in common.
 */
export const letRun = (page: Page): Promise<void> => page.waitForTimeout(3000);

/** What one visit gave, in milliseconds and bytes. */
export interface Visit {
  /** The first frames after the navigation that had the page's heading, and the accept button. */
  heading: number;
  notice: number;
  blocking: number;
  script: number;
  shift: number;
  heap: number;
  /** From the press on accept to the end of the frame after it, and to the first request for a tracker. */
  answer: number;
  tracker: number;
}

/** What the page has seen so far, in milliseconds since the navigation unless said otherwise. */
interface Seen {
  /** The first frame after which the accept button was on the screen and at least half opaque. */
  notice?: number;
  /** The first frame after which the page's own heading was on the screen. */
  heading?: number;
  /** Sum of what long tasks took beyond 50 ms. */
  blocking: number;
  /** Sum of layout shifts that no input caused. */
  shift: number;
  /** The press on accept, and the end of the frame after it. */
  pressed?: number;
  answered?: number;
}
/** A page with `seen.js` in it. */
export type Watched = { bench: { seen: Seen; findAccept(): { x: number; y: number } | undefined } };

const OBSERVER = readFileSync(join(import.meta.dirname, 'seen.js'), 'utf8');

const seenBy = (page: Page) => page.evaluate(() => (window as unknown as Watched).bench.seen);

/** Seconds of compiling and running scripts so far, and bytes of the heap. */
async function metrics(session: CDPSession): Promise<{ script: number; heap: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { script: of('ScriptDuration') + of('V8CompileDuration'), heap: of('JSHeapUsedSize') };
}

/** A press with the mouse on accept. Resolves when the page has answered and a tracker was asked for. */
async function press(page: Page, { tool, trackerUrl }: Stand): Promise<Pick<Visit, 'answer' | 'tracker'>> {
  const place = await page.evaluate(() => (window as unknown as Watched).bench.findAccept());
  if (!place) throw new Error(`${tool.name}: the button to accept is not on the screen.`);
  await page.mouse.click(place.x, place.y);
  const first = await page.waitForFunction((url) => {
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith(url));
    return asked.length > 3 && Math.min(...asked.map(({ startTime }) => startTime));
  }, trackerUrl);
  const { pressed = Number.NaN, answered = Number.NaN } = await seenBy(page);
  return { answer: answered - pressed, tracker: ((await first.jsonValue()) as number) - pressed };
}

async function measure(page: Page, stand: Stand): Promise<Visit> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await session.send('Performance.enable');
  const before = await metrics(session);
  // A page that is left may send a last word.
  stand.clear();
  await page.goto(`${stand.siteUrl}/p`);
  await letRun(page);
  const { script } = await metrics(session);
  const { notice = Number.NaN, heading = Number.NaN, blocking, shift } = await seenBy(page);
  await session.send('HeapProfiler.collectGarbage');
  const { heap } = await metrics(session);
  if (stand.requests().length > 0) throw new Error(`${stand.tool.name}: a tracker ran before the press.`);
  const pressed =
    stand.id === 'none' ? { answer: Number.NaN, tracker: Number.NaN } : await press(page, stand);
  return { notice, heading, blocking, shift, heap, script: (script - before.script) * 1000, ...pressed };
}

/** A page with an empty cache and no choice made yet, watched by `seen.js`, that has drawn a first frame. */
export async function openPage(browser: Browser, { tool, siteUrl }: Stand): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREEN, locale: 'kk-KZ' });
  const page = await context.newPage();
  const place = JSON.stringify({ accept: tool.accept, host: tool.host });
  await page.addInitScript({ content: `{const place=${place};${OBSERVER}}` });
  // A page that has just been opened may take a second to its first frame, whatever it shows.
  await page.goto(`${siteUrl}/first`);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return page;
}

/** One measured visit. @throws Error when a tracker was heard before the press */
export async function visit(browser: Browser, stand: Stand): Promise<Visit> {
  const page = await openPage(browser, stand);
  try {
    return await measure(page, stand);
  } finally {
    await page.context().close();
  }
}
