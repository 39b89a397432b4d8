import { namePattern } from '../../src/site/storeNames.ts';
import type { Collector } from './collector.ts';
import type { Scene } from './realPage.ts';
import { expect, type Page } from './test.ts';
import type { Traces, Vendor } from './vendors/index.ts';

const readBeats = (page: Page) => page.evaluate<number>('beats');

/** Waits until the page has made so many heartbeats since it was loaded: 250 ms of real time each. */
const until = (page: Page, wanted: number) =>
  expect.poll(() => readBeats(page), { timeout: 30_000, intervals: [100] }).toBeGreaterThanOrEqual(wanted);

/** Waits for so many further heartbeats of the page. */
export const beats = async (page: Page, more: number) => until(page, (await readBeats(page)) + more);

/** Waits until the vendors have fallen silent by themselves, so that no request is on its way. */
export const quiet = ({ page, collector: { heard } }: Scene) =>
  expect
    .poll(
      async () => {
        const before = heard().length;
        await beats(page, 2);
        return heard().length - before;
      },
      { timeout: 20_000 },
    )
    .toBe(0);

/** Everything that was received, one line each. */
export const heardLines = ({ heard }: Collector): string[] =>
  heard().map(({ vendor, method, path, bytes }) => `${vendor}: ${method} ${path}, ${bytes} B`);

/**
 * Paths asked for before `window.withdrawnAt` whose answers came after `window.clearedAt`, both by `performance.now()`: what
 * the browser itself had in hand when a log was cleared and something was withdrawn.
 */
export const inHand = (page: Page) =>
  page.evaluate(() => {
    const { clearedAt, withdrawnAt } = window as unknown as Record<'clearedAt' | 'withdrawnAt', number>;
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ startTime, responseEnd }) => startTime < withdrawnAt && responseEnd >= clearedAt)
      .map(({ name }) => new URL(name).pathname);
  });

/** Takes from what was received once each of what was on its way. */
export function without(lines: string[], paths: string[]): string[] {
  const left = [...lines];
  for (const path of paths) {
    const at = left.findIndex((line) => line.includes(` ${path},`));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** What a visitor and the page's own code do: pointer, keys, scrolling, steps of a single-page site, API calls. */
export async function useThePage(page: Page, used: readonly Vendor[]): Promise<void> {
  await page.mouse.move(200, 200);
  await page.mouse.move(260, 240, { steps: 3 });
  await page.getByRole('button', { name: 'Есептеу' }).click();
  await page.getByLabel('Сома').pressSequentially('12');
  await page.mouse.wheel(0, 300);
  await page.mouse.wheel(0, -300);
  await page.evaluate(() => history.pushState({}, '', `${location.pathname}?step=${history.length}`));
  for (const { track } of used) await page.evaluate(track);
  await page.evaluate(() => {
    for (const state of ['hidden', 'visible']) {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
      document.dispatchEvent(new Event('visibilitychange'));
    }
    window.dispatchEvent(new Event('blur'));
    window.dispatchEvent(new Event('focus'));
  });
}

/** Uses the page for so many heartbeats. */
export async function useForLong(page: Page, used: readonly Vendor[], wanted: number): Promise<void> {
  const from = await readBeats(page);
  for (let part = 1; part <= 4; part++) {
    await useThePage(page, used);
    await until(page, from + (wanted / 4) * part);
  }
}

/** Kind and name of everything stored in this browser, except what Kelisim itself keeps. */
export async function storedNames({ page, site }: Scene): Promise<string[]> {
  const { local, session, databases } = await site.stored(page);
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  const caches = await page.evaluate(() => window.caches.keys());
  const named = (kind: string, names: string[]) => names.map((name) => `${kind} ${name}`);
  return [
    ...named('cookie', cookies),
    ...named('localStorage', local),
    ...named('sessionStorage', session),
    ...named('indexedDB', databases),
    ...named('cacheStorage', caches),
  ].filter((name) => name !== 'cookie kelisim');
}

/** What these vendors have received and stored up to now, sorted; a stored name is told as its declared pattern. */
export async function traces(scene: Scene, of: readonly Vendor[]): Promise<Traces> {
  const declared = of.flatMap(({ tracker }) =>
    tracker.stores.map(({ kind, name }) => ({
      name: `${kind} ${name}`,
      shape: new RegExp(`^${kind} (${namePattern(name)})$`),
    })),
  );
  const patternOf = (found: string) => declared.find(({ shape }) => shape.test(found))?.name ?? found;
  const requests = of
    .flatMap((vendor) => scene.collector.heard(vendor))
    .map(({ method, path }) => `${method} ${path}`);
  return {
    requests: [...new Set(requests)].sort(),
    stored: [...new Set((await storedNames(scene)).map(patternOf))].sort(),
  };
}

/** What these libraries do together on a page without Kelisim. */
export const normalOf = (of: readonly Vendor[]): Traces => ({
  requests: of.flatMap(({ normal }) => normal.requests).sort(),
  stored: of.flatMap(({ normal }) => normal.stored).sort(),
});
