import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Browser } from '@playwright/test';
import { buildSite, readConfig } from './build.ts';
import { test as base, expect, type Page, phase, type Site } from './test.ts';

/** The built files of the same site with the guard left out. */
export const UNGUARDED = buildSite({ ...readConfig(), guard: 'off' });

/** What is looked at, and on which page. */
export interface Look<Argument> {
  /** In the body. */
  html?: string;
  /** For the probe. */
  argument?: Argument;
  /** Called with the page before it is opened. */
  before?: (page: Page) => unknown;
}

/** The result of `probe` on a page without the guard; fails when it is another one on the same page with it. */
export type Same = <Argument, Result>(
  probe: (argument: Argument) => Result | Promise<Result>,
  look?: Look<Argument>,
) => Promise<Result>;

/** Opens the page at `/p` in a browser context of its own, so that nothing stored is met again. */
async function visit<Result>(
  { browser, site }: { browser: Browser; site: Site },
  look: Look<never>,
  probe: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await browser.newPage();
  await look.before?.(page);
  await page.goto(`${site.siteUrl}/p`);
  await phase(page, 'undecided');
  const result = await probe(page);
  await page.close();
  return result;
}

/** The entries in which two results differ: of thousands that are the same nobody needs to read. */
function differences(one: unknown, other: unknown): unknown {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one;
  const others = other as Record<string, unknown>;
  const entries = Object.entries(one);
  return Object.fromEntries(entries.filter(([name, value]) => !isDeepStrictEqual(value, others[name])));
}

/** Without an icon of its own the browser would look for one, and its 404 would be an error in the console. */
const html = (tag: string, body = '') =>
  `<!doctype html><html lang="kk"><head><meta charset="utf-8">${tag}<link rel="icon" href="data:,"><title>Бет</title></head><body><h1>Бет</h1>${body}</body></html>`;

/** `test` with `same`: the browser itself says what is expected. */
export const test = base.extend<{ same: Same }>({
  same: async ({ browser, site }, use) => {
    const script = { type: 'text/javascript' };
    site.add('/off/kelisim.js', readFileSync(join(UNGUARDED, 'kelisim.js'), 'utf8'), script);
    // Its later file has another hash than the guarded one's, and is asked for in the same folder.
    for (const name of readdirSync(UNGUARDED).filter((file) => file.startsWith('later-')))
      site.add(`/kelisim/${name}`, readFileSync(join(UNGUARDED, name), 'utf8'), script);
    site.add('/tiny.json', '{"tiny":true}', { type: 'application/json' });
    await use(async (probe, look = {}) => {
      const run = (page: Page) => page.evaluate(probe as never, look.argument as never);
      const seen = { browser, site };
      site.add('/p', html('<script src="/off/kelisim.js"></script>', look.html));
      const native = await visit(seen, look as Look<never>, run);
      site.add('/p', html('TAG', look.html));
      const guarded = await visit(seen, look as Look<never>, run);
      expect(differences(guarded, native)).toEqual(differences(native, guarded));
      return native as never;
    });
  },
});
