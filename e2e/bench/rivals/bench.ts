import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_ARGS, findBrowser } from '../../support/browser.ts';
import { ROOT } from '../../support/build.ts';
import { add, median, type Samples } from '../stats.ts';
import { putTable, renderTable } from './markdown.ts';
import { renderPicture } from './picture.ts';
import type { Result, Results } from './rows.ts';
import { CONTESTANTS, openStand, type Stand, versions } from './stands.ts';
import { visit } from './visit.ts';
import { weigh } from './weigh.ts';

/** As many rounds as the README tells of; a run with others is only printed. */
const ROUNDS = 11;

/** Every contestant once in each round, another one first each time, so that none always comes after the same one. */
async function measureAll(browser: Browser, stands: Stand[], rounds: number): Promise<Results> {
  const samples: Samples = new Map();
  for (const stand of stands) {
    for (const [what, value] of Object.entries(await weigh(browser, stand)))
      add(samples, { what, variant: stand.id, value });
    // What the server compresses at the first request is not measured.
    await visit(browser, stand);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const place of stands.keys()) {
      const stand = stands[(place + round) % stands.length] as Stand;
      for (const [what, value] of Object.entries(await visit(browser, stand)))
        add(samples, { what, variant: stand.id, value });
    }
    console.log(`round ${round + 1} of ${rounds}`);
  }
  const middle = ({ id }: Stand) =>
    Object.fromEntries(
      [...samples].map(([what, of]) => [what, median(of.get(id) ?? [])]),
    ) as unknown as Result;
  return Object.fromEntries(stands.map((stand) => [stand.id, middle(stand)])) as Results;
}

/**
 * Measures Kelisim beside its rivals and prints the table; with the full number of rounds it also writes it into the
 * README and draws the picture.
 */
export async function benchRivals(rounds = ROUNDS): Promise<void> {
  const stands = await Promise.all(CONTESTANTS.map(openStand));
  const executablePath = findBrowser('chromium');
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) });
  try {
    const results = await measureAll(browser, stands, rounds);
    const day = new Date().toISOString().slice(0, 10);
    const run = { rounds, day, browser: browser.version(), versions: versions() };
    const table = renderTable(results, stands, run);
    console.log(`\n${table}\n`);
    if (rounds !== ROUNDS) return;
    const readme = join(ROOT, 'README.md');
    writeFileSync(readme, putTable(readFileSync(readme, 'utf8'), table));
    writeFileSync(join(ROOT, 'demo/pictures/bench.svg'), renderPicture(results, stands));
  } finally {
    await browser.close();
    await Promise.all(stands.map((stand) => stand.close()));
  }
}
