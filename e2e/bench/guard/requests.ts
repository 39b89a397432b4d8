import type { Browser } from '@playwright/test';
import { table } from '../stats.ts';
import type { Addresses } from './measure.ts';
import { VARIANTS } from './sites.ts';

/** Hashes in names of built files differ between builds. */
const plain = (url: string) => new URL(url).pathname.replace(/-[\da-f]{8}\./, '-HASH.');

/** What the demo's start page asks its own host for: method, path, status and what asked, sorted. */
async function requestsOf(browser: Browser, address: string): Promise<string[]> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const asked = new Map<string, string>();
  session.on('Network.requestWillBeSent', ({ requestId, request, initiator }) => {
    if (request.url.startsWith(address))
      asked.set(requestId, `${request.method} ${plain(request.url)} ${initiator.type}`);
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const known = asked.get(requestId);
    if (known) asked.set(requestId, `${known} ${response.status}`);
  });
  await session.send('Network.enable');
  const last = page.waitForResponse(/\/later-/);
  await page.goto(`${address}/`);
  await (await last).finished();
  await page.close();
  return [...asked.values()].sort();
}

/** Prints whether the demo's start page asks its own host for the same things with the guard as without it. */
export async function compareRequests(browser: Browser, addresses: Addresses): Promise<boolean> {
  const rows: string[][] = [];
  const lists: string[][] = [];
  for (const variant of VARIANTS) lists.push(await requestsOf(browser, addresses[variant]));
  const [off = [], ...others] = lists;
  let same = true;
  for (const [at, list] of others.entries()) {
    const less = off.filter((line) => !list.includes(line)).map((line) => `- ${line}`);
    const more = list.filter((line) => !off.includes(line)).map((line) => `+ ${line}`);
    const equal = list.join() === off.join();
    same &&= equal;
    rows.push(
      [String(VARIANTS[at + 1]), `${list.length} requests`, equal ? 'the same' : 'OTHERS'],
      ...[...less, ...more].map((line) => [line]),
    );
  }
  console.log(
    `\n${table([['requests of the page to its own host', `${off.length} without guard`, ''], ...rows])}`,
  );
  return same;
}
