import { chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findBrowser } from '../../support/browser.ts';
import { fast, median, pairs, type Samples, table } from '../stats.ts';
import { type Addresses, measureStart, measureWork } from './measure.ts';
import { compareRequests } from './requests.ts';
import { bundleWorks, startSite, VARIANTS, type Variant } from './sites.ts';

/** Milliseconds that the guard may add to the start of `kelisim.js`, by the median. */
const START_LIMIT = 2;
/** How many times longer rows and `fetch` may take, by the median. */
const RATIO_LIMIT = 1.1;
/**
 * To which rows the ratio applies; the others are for information. A framework's rows count until they are on the screen, as
 * js-framework-benchmark counts them.
 */
const LIMITED = /on the screen|^fetch: 300/;

const ms = (value: number) => value.toFixed(2);
const HEAD = ['limit', ''];

/** Broken only when both figures say so: the machine's other work moves one of them, a cost moves both. */
const verdict = ([fast, middle]: readonly [number, number], limit: number) => [
  ms(limit),
  fast <= limit || middle <= limit ? 'ok' : 'BROKEN',
];

/** Prints one line for each thing that was measured; true when no limit is broken. */
function report(samples: Samples, title: string, line: (what: string, of: Get) => string[]): boolean {
  const rows = [...samples].map(([what, found]) => [what, ...line(what, (name) => found.get(name) ?? [])]);
  console.log(`\n${table([[title, ...VARIANTS, 'known', 'strict', ...HEAD], ...rows])}`);
  return !rows.some((row) => row.includes('BROKEN'));
}

type Get = (variant: Variant) => number[];

/** What the guard adds to the start. */
function startLine(_what: string, of: Get): string[] {
  const cost = (variant: Variant) =>
    [
      fast(of(variant)) - fast(of('off')),
      pairs([of(variant), of('off')], (one, other) => one - other),
    ] as const;
  const times = VARIANTS.map((name) => `${ms(fast(of(name)))} / ${ms(median(of(name)))}`);
  const costs = [cost('known'), cost('strict')] as const;
  return [...times, ...costs.map((both) => both.map(ms).join(' / ')), ...verdict(costs[0], START_LIMIT)];
}

/** How many times longer a work takes. */
function workLine(what: string, of: Get): string[] {
  const ratio = (variant: Variant) =>
    [
      fast(of(variant)) / fast(of('off')),
      pairs([of(variant), of('off')], (one, other) => one / other),
    ] as const;
  const ratios = [ratio('known'), ratio('strict')] as const;
  const limit = LIMITED.test(what) ? verdict(ratios[0], RATIO_LIMIT) : [];
  return [
    ...VARIANTS.map((name) => ms(median(of(name)))),
    ...ratios.map((both) => both.map(ms).join(' / ')),
    ...limit,
  ];
}

const TITLES = {
  start: 'start of kelisim.js, ms: fast decile / median; what the guard adds',
  work: 'work, ms: median; how many times longer, fast decile / median',
};

/** Measures what the guard costs, prints it, and says whether the promises hold. */
export async function benchGuard(): Promise<boolean> {
  const works = await bundleWorks();
  const demos = await Promise.all(VARIANTS.map((variant) => startSite(variant, works)));
  const addresses = Object.fromEntries(VARIANTS.map((name, at) => [name, demos[at]?.siteUrl])) as Addresses;
  const executablePath = findBrowser('chromium');
  const args = [...CHROMIUM_ARGS, '--js-flags=--expose-gc'];
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  try {
    console.log(`Chromium ${browser.version()}`);
    const start = report(await measureStart(browser, addresses, 40), TITLES.start, startLine);
    const work = report(
      await measureWork(browser, addresses, { rounds: 5, turns: 5 }),
      TITLES.work,
      workLine,
    );
    const same = await compareRequests(browser, addresses);
    return start && work && same;
  } finally {
    await browser.close();
    await Promise.all(demos.map((demo) => demo.close()));
  }
}
