import type { Browser, Page } from '@playwright/test';
import type { Stand } from './stands.ts';
import { letRun, openPage, type Watched } from './visit.ts';

/** Bytes of bodies as they were sent, the page itself included, and the files beside it. They are always the same. */
export interface Weight {
  /** Until the accept button was on the screen. */
  bytes: number;
  requests: number;
  /** Until the page did nothing more by itself. */
  idle: number;
  /** With the settings opened; without them the same as before. */
  settings: number;
}

/** What came from the site up to this moment. */
const sent = (page: Page, until: number): Promise<{ bytes: number; requests: number }> =>
  page.evaluate((until) => {
    const files = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const own = files.filter(({ name, startTime }) => name.startsWith(location.origin) && startTime < until);
    const pages = performance.getEntriesByType('navigation') as PerformanceResourceTiming[];
    const bytes = [...pages, ...own].reduce((sum, file) => sum + file.encodedBodySize, 0);
    return { bytes, requests: own.length };
  }, until);

/** Visits once, at full speed. */
export async function weigh(browser: Browser, stand: Stand): Promise<Weight> {
  const { tool, siteUrl } = stand;
  const page = await openPage(browser, stand);
  try {
    await page.goto(`${siteUrl}/p`);
    const found = await page.waitForFunction(() => (window as unknown as Watched).bench.seen.notice);
    const { bytes, requests } = await sent(page, (await found.jsonValue()) as number);
    await letRun(page);
    const idle = await sent(page, Number.POSITIVE_INFINITY);
    if (tool.settings) {
      await page.locator(tool.settings).click();
      await letRun(page);
    }
    const settings = await sent(page, Number.POSITIVE_INFINITY);
    return { bytes, requests, idle: idle.bytes, settings: settings.bytes };
  } finally {
    await page.context().close();
  }
}
