import { call, expect, type Page, type Site, test } from './support/test.ts';

/** Asks a tracker, and each time the site itself, from a worker: what the site heard says how often it was tried. */
const CHATTER = (tracker: string, site: string) => `setInterval(() => {
  fetch('${tracker}/sanaq/c', { method: 'POST', mode: 'no-cors' }).catch(() => {});
  fetch('${site}/beat').catch(() => {});
}, 100);
try { importScripts('${tracker}/sanaq.js?worker'); } catch {}`;

/** Opens a page with such a worker. Returns how often the worker has reached the site so far. */
async function visit(page: Page, site: Site, path = '/p'): Promise<() => number> {
  let beats = 0;
  page.context().on('request', (request) => {
    if (new URL(request.url()).pathname === '/beat') beats += 1;
  });
  site.add('/beat', '');
  site.add(path, '<!doctype html><html lang="kk"><head>TAG<title>p</title></head><body><p>p');
  await page.goto(`${site.siteUrl}${path}`);
  await page.evaluate(
    (text) => {
      const address = URL.createObjectURL(new Blob([text]));
      Object.assign(window, { worker: new Worker(address) });
      URL.revokeObjectURL(address);
    },
    CHATTER(site.trackerUrl, site.siteUrl),
  );
  return () => beats;
}

/** Waits until the worker has tried so many times more. */
async function tries(beats: () => number, more: number) {
  const before = beats();
  await expect.poll(beats).toBeGreaterThanOrEqual(before + more);
}

const fromWorker = (site: Site) =>
  site.requests().filter(({ path }) => path === '/sanaq/c' || path === '/sanaq.js?worker');

test('a worker asks a tracker for nothing before a choice and after a refusal, and reaches the site', async ({
  page,
  site,
}) => {
  const beats = await visit(page, site);
  await tries(beats, 5);
  await call(page, (kelisim) => kelisim.refuse());
  await tries(beats, 5);
  expect(site.requests()).toEqual([]);
});

test('a worker of a granted tracker runs, and falls silent when it is withdrawn', async ({ page, site }) => {
  const beats = await visit(page, site);
  await call(page, (kelisim) => kelisim.accept());
  await expect.poll(() => fromWorker(site).length).toBeGreaterThan(0);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        window.kelisim.on('decided', () => done());
        window.kelisim.withdraw();
      }),
  );
  await tries(beats, 2);
  site.clear();
  await tries(beats, 20);
  expect(fromWorker(site)).toEqual([]);
});

test('what another tab may do lets no tracker into a worker of a protected page', async ({
  page,
  site,
  context,
}) => {
  // So that the page itself cannot put right what its worker has heard.
  await page.route('**/later-*', (route) => route.abort());
  const beats = await visit(page, site, '/nesie/worker');
  const other = await context.newPage();
  await visit(other, site);
  await call(other, (kelisim) => kelisim.accept());
  // A worker has heard of it, so word has gone out.
  await expect.poll(() => fromWorker(site).length).toBeGreaterThan(0);
  await other.close();
  await tries(beats, 2);
  site.clear();
  await tries(beats, 10);
  expect(fromWorker(site)).toEqual([]);
});
