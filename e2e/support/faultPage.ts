import { expect, notice, type Page, phase, type Site, uncaught } from './test.ts';

/** An own page with everything on it that could run. */
export const BODY = `<p id="page">page</p><img data-kelisim="baspa" data-src="TRACKER/baspa/px.gif">
  <script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>
  <iframe data-kelisim="korme" data-src="TRACKER/korme/video.html"></iframe>`;

/** What is wrong with the page. */
export interface Setup {
  /** Runs before everything else on the page. */
  before?: string;
  tag?: string;
  body?: string;
}

/** Opens the page and waits until it is idle. Returns uncaught errors so far and to come. */
export async function visit(page: Page, site: Site, { before = '', tag = 'TAG', body = BODY }: Setup = {}) {
  const errors = uncaught(page);
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><title>p</title><script>${before}</script>${tag}<body>${body}`,
  );
  await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
  return errors;
}

/** The visitor is asked, and nothing optional was asked for. */
export async function expectAskedAndSilent(page: Page, site: Site) {
  await expect(notice(page)).toBeVisible();
  await phase(page, 'undecided');
  expect(site.requests()).toEqual([]);
}

/** Holds a file back, that with the trackers where none is named; what it returns lets it go. */
export async function holdFile(page: Page, file = /\/later-\w+\.js$/) {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(file, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}
