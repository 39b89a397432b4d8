import type { Browser, Page } from '@playwright/test';
import { add, type Samples } from '../stats.ts';
import { VARIANTS, type Variant, WORKS } from './sites.ts';

/** Where each variant is served. */
export type Addresses = Record<Variant, string>;

/** Another order in each round, so that no variant always comes after the same one. */
const inTurn = (round: number): Variant[] =>
  VARIANTS.map((_, place) => VARIANTS[(place + round) % VARIANTS.length] as Variant);

const startTime = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { before, after } = window as unknown as { before: number; after: number };
    if (!crossOriginIsolated) throw new Error('The clock is coarse: the page is not isolated.');
    return after - before;
  });

/**
 * How long `kelisim.js` takes to be compiled and to start, in milliseconds: in a new process, and on the pages that
 * follow in it.
 */
export async function measureStart(browser: Browser, addresses: Addresses, rounds: number): Promise<Samples> {
  const samples: Samples = new Map();
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of inTurn(round)) {
      const page = await browser.newPage();
      await page.goto(`${addresses[variant]}/start`);
      add(samples, { what: 'start, first page', variant, value: await startTime(page) });
      for (let visit = 0; visit < 2; visit += 1) {
        await page.reload();
        add(samples, { what: 'start, later page', variant, value: await startTime(page) });
      }
      await page.close();
    }
  }
  return samples;
}

type Work = () => Promise<Record<string, number>>;

/** Clears the memory first, so that nobody pays for what the one before has left. */
const work = (page: Page): Promise<Record<string, number>> =>
  page.evaluate(() => {
    const { gc, work } = window as unknown as { gc(): void; work: Work };
    gc();
    return work();
  });

/** How long each work takes, in milliseconds: fresh pages side by side in each round, and turns on them by turns. */
export async function measureWork(
  browser: Browser,
  addresses: Addresses,
  { rounds, turns }: { rounds: number; turns: number },
): Promise<Samples> {
  const samples: Samples = new Map();
  for (const name of WORKS) {
    for (let round = 0; round < rounds; round += 1) {
      const pages = new Map<Variant, Page>();
      for (const variant of inTurn(round)) {
        const page = await browser.newPage();
        await page.goto(`${addresses[variant]}/work/${name}`);
        // Only then has kelisim.js done all it does by itself.
        await page.waitForLoadState('networkidle');
        pages.set(variant, page);
      }
      for (let turn = 0; turn < turns; turn += 1) {
        for (const variant of inTurn(turn)) {
          const found = await work(pages.get(variant) as Page);
          for (const [what, value] of Object.entries(found)) add(samples, { what, variant, value });
        }
      }
      for (const page of pages.values()) await page.close();
    }
  }
  return samples;
}
