import { type Collector, startCollector } from './collector.ts';
import { buildSite, type Page, readConfig, type Site, test as siteTest, uncaught } from './test.ts';
import { type Vendor, vendors } from './vendors/index.ts';

/** Addresses of the test pages: with Kelisim, the same page without it, and one with nothing on it. */
export const WITH = '/t/with';
export const WITHOUT = '/t/without';
export const EMPTY = '/t/empty';

/** The site's own heartbeat: one request each 250 ms, so that a number of beats is a time in which a tracker could have sent. */
const BEAT = `<script>var beats = 0; setInterval(function() {
  // It fails when the page is left meanwhile.
  fetch('/t/beat', { cache: 'no-store' }).then(function() { beats++; }, function() {});
}, 250);</script>`;

const html = (head: string) => `<!doctype html><html lang="kk"><head><title>Несие</title>
<link rel="icon" href="data:,">${head}${BEAT}</head><body style="height: 3000px"><h1>Несие</h1>
<p><button type="button">Есептеу</button></p><form><input aria-label="Сома"></form></body></html>`;

/** A page, its site, and the vendors' servers that it knows. */
export interface Scene {
  page: Page;
  site: Site;
  collector: Collector;
}

interface Fixtures {
  /** The page with Kelisim. */
  scene: Scene;
  /** The vendors' servers, as the pages with Kelisim and the others know them. */
  collector: Collector;
  /** The vendors' servers, as the page without Kelisim knows them. */
  plain: Collector;
  /** Adds the pages on which the snippets of these vendors are pasted, as on any site. */
  paste(...vendors: Vendor[]): void;
  /** What the page could not catch, and what it wrote into the console as an error. */
  errors: { thrown: Error[]; logged: string[] };
}

async function collect(use: (collector: Collector) => Promise<void>): Promise<void> {
  const collector = await startCollector(vendors);
  await use(collector);
  await collector.close();
}

/** Folder of the files built for a site that declares all these trackers. */
export const filesFor = (guard: 'known' | 'strict') =>
  buildSite({ ...readConfig(), guard, trackers: vendors.map(({ tracker }) => tracker) });

/** `test` with the vendors' servers and a site whose configuration declares them. */
export const test = siteTest.extend<Fixtures>({
  files: filesFor('known'),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  collector: ({}, use) => collect(use),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted from the pattern
  plain: ({}, use) => collect(use),
  scene: ({ page, site, collector }, use) => use({ page, site, collector }),
  paste: async ({ site, collector, plain }, use) => {
    site.add('/t/beat', '');
    site.add(EMPTY, html(''));
    await use((...pasted) => {
      const snippets = ({ origin }: Collector) =>
        pasted.map((vendor) => vendor.snippet(origin(vendor))).join('');
      site.add(WITH, html(`TAG${snippets(collector)}`));
      site.add(WITHOUT, html(snippets(plain)));
    });
  },
  errors: async ({ page }, use) => {
    const errors = { thrown: uncaught(page), logged: [] as string[] };
    page.on('console', (message) => {
      if (message.type() === 'error') errors.logged.push(message.text());
    });
    await use(errors);
  },
});
