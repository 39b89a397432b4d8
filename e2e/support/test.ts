import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { type Demo, type PageReply, startDemo } from '../../demo/serve.ts';
import type { Kelisim } from '../../src/types.ts';
import { AKSHAMAT } from './build.ts';

export { AKSHAMAT, buildSite, readConfig } from './build.ts';
export type { Page };
export { expect };

/** What one page has stored, by name. */
export interface Stored {
  cookies: string[];
  local: string[];
  session: string[];
  databases: string[];
}

/** The site under test: the demo, or pages of the test's own, with the second origin's log. */
export interface Site extends Demo {
  /** Adds a page of the test's own. `TAG` becomes the script tag of Kelisim, `TRACKER` the second origin. */
  add(path: string, html: string, reply?: Omit<PageReply, 'body'>): void;
  /** Everything that the page can see stored, sorted. */
  stored(page: { evaluate<Value>(code: string): Promise<Value> }): Promise<Stored>;
  /** Ids of the trackers that the second origin heard from, sorted. */
  heard(): string[];
}

const listStored = async (): Promise<Stored> => ({
  cookies: document.cookie
    ? document.cookie
        .split('; ')
        .map((pair) => pair.split('=')[0] as string)
        .sort()
    : [],
  local: Object.keys(localStorage).sort(),
  session: Object.keys(sessionStorage).sort(),
  databases: (await indexedDB.databases()).map(({ name }) => name as string).sort(),
});

/** No stream for the demo's stand: it never ends, and Firefox's driver would wait for it before it calls a page idle. */
export const noStream = (path: string): PageReply | undefined =>
  path === '/demo/requests' ? { body: '', status: 204 } : undefined;

interface Fixtures {
  /** Folder of the built files; a spec file sets another with `test.use({ files })`. */
  files: string;
  site: Site;
  /** Console warnings of the page so far. */
  warnings: string[];
}

/** `test` with a site of its own for each test. Nothing is shared, so nothing is heard from another test. */
export const test = base.extend<Fixtures>({
  files: [AKSHAMAT, { option: true }],
  site: async ({ files }, use) => {
    const pages = new Map<string, PageReply>();
    const demo = await startDemo({
      files,
      sitePort: 0,
      trackerPort: 0,
      pages: (path, request) => (request.method === 'GET' ? (pages.get(path) ?? noStream(path)) : undefined),
    });
    await use({
      ...demo,
      add(path, html, reply = {}) {
        const body = html
          .replaceAll('TAG', '<script src="/kelisim/kelisim.js"></script>')
          .replaceAll('TRACKER', demo.trackerUrl);
        pages.set(path, { type: 'text/html; charset=utf-8', ...reply, body });
      },
      stored: (page) => page.evaluate(`(${listStored})()`),
      heard: () => [...new Set(demo.requests().map(({ tracker }) => tracker))].sort(),
    });
    await demo.close();
  },
  page: async ({ page }, use) => {
    const { goto, reload } = page;
    type Options = Parameters<Page['reload']>[0];
    // Alone `networkidle` may come before a slow machine has asked for anything that the page names.
    const loadedFirst =
      (go: (options: Options) => ReturnType<Page['reload']>) => async (options: Options) => {
        if (options?.waitUntil !== 'networkidle') return go(options);
        const response = await go({ ...options, waitUntil: 'load' });
        await page.waitForLoadState('networkidle');
        return response;
      };
    page.goto = (url, options) => loadedFirst((more) => goto.call(page, url, more))(options);
    page.reload = loadedFirst((more) => reload.call(page, more));
    await use(page);
  },
  warnings: async ({ page, browserName }, use) => {
    const warnings: string[] = [];
    // Firefox's driver tells of an error that is logged that it is one, and no more.
    if (browserName === 'firefox')
      await page.addInitScript(() => {
        const { warn } = console;
        console.warn = (...words: unknown[]) => warn(...words.map(String));
      });
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
    });
    await use(warnings);
  },
});

/**
 * Serves `later-HASH.js` byte for byte as it was built, for a page that holds the inlined script with the hash of that
 * file: the demo would put the port of the second origin right in it.
 */
export function serveLaterAsBuilt(site: Site, files = AKSHAMAT): void {
  const name = readdirSync(files).find((file) => /^later-/.test(file)) as string;
  site.add(`/kelisim/${name}`, readFileSync(join(files, name), 'utf8'), { type: 'text/javascript' });
}

/** The first layer, in the language it is shown in. */
export const notice = (page: Page) =>
  page
    .locator('kelisim-consent')
    .getByRole('region', { name: /Құпиялылық туралы хабарлама|Уведомление о конф/ });

/** A button of ours by its words. */
export const button = (page: Page, name: string | RegExp) =>
  page.locator('kelisim-consent').getByRole('button', { name });

/** The words of the first layer's buttons. */
export const WORDS = {
  kk: { accept: 'Барлығын қабылдау', refuse: 'Барлығынан бас тарту', preferences: 'Баптаулар' },
  ru: { accept: 'Принять все', refuse: 'Отклонить все', preferences: 'Настройки' },
} as const;

/** Our warnings among all, without the one that a test's own script in front of our tag brings. */
export const ourWarnings = (warnings: string[]): string[] =>
  warnings.filter((text) => text.includes('[kelisim]') && !text.includes('not first on the page'));

/** Firefox's own words to developers, which its driver takes for errors of the page. */
const FIREFOX_SAYS =
  /^(?:Cookie “kelisim” has been rejected for invalid domain|None of the “sha256” hashes in the integrity attribute)/;

/** Uncaught errors of the page, those to come as well. */
export function uncaught(page: Page): Error[] {
  const errors: Error[] = [];
  page.on('pageerror', (error) => {
    if (!FIREFOX_SAYS.test(error.message)) errors.push(error);
  });
  return errors;
}

/** Details of a test that looks at a page in this colour scheme: Firefox's driver cannot ask for the dark one. */
export const inScheme = (scheme: 'light' | 'dark') => (scheme === 'dark' ? { tag: '@needs-media' } : {});

/** Waits until the widget has reached this phase. */
export const phase = (page: Page, wanted: 'decided' | 'undecided') =>
  expect.poll(() => page.evaluate(() => window.kelisim.state.phase)).toBe(wanted);

/** Calls the API on the page. */
export const call = <Result>(page: Page, run: (kelisim: Kelisim) => Result): Promise<Result> =>
  page.evaluate(`(${run})(window.kelisim)`) as Promise<Result>;

/** As long as each stand-in tracker needs for several reports, by the page's own timers. */
export const severalReports = (page: Page) =>
  page.evaluate(() => {
    let ticks = 0;
    return new Promise<void>((done) => setInterval(() => ++ticks === 20 && done(), 100));
  });

/** The visitor turns to this page. */
export const turnTo = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));

/** Nothing is stored. */
export const NOTHING: Stored = { cookies: [], local: [], session: [], databases: [] };

/** What the akshamat.kz trackers store when all of them run on the start page. */
export const ALL_STORED: Stored = {
  cookies: ['_iz_uid', '_sq_id', '_sq_path', '_sq_ses', 'kelisim'],
  local: ['_iz_last', '_sq_queue', '_sq_uid', 'komek_pages', 'komek_visitor', 'qalqan.device'],
  session: ['_sq_tab'],
  databases: ['qalqan', 'sanaq-db'],
};

/** All stand-in trackers. */
export const ALL_TRACKERS = ['baspa', 'izdeu', 'komek', 'korme', 'qalqan', 'sanaq'];
