import type { TrackerConfig } from '../src/site/schema.ts';
import {
  buildSite,
  call,
  expect,
  ourWarnings,
  type Page,
  phase,
  readConfig,
  type Site,
  test,
} from './support/test.ts';

const tracker = (id: string, start: TrackerConfig['start']): TrackerConfig => ({
  ...{ id, name: id, purpose: 'analytics', uses: ['pixels'], description: { kk: 'Сынақ', ru: 'Проверка' } },
  ...{ provider: { name: 'Сынақ', country: 'KZ' }, start, stop: false, stores: [] },
});

const trackers = [
  tracker('first', [{ script: '/t/slow.js' }, { script: '/t/two.js' }, { script: '/t/three.js' }]),
  tracker('hasty', [
    { script: '/t/stuck.js' },
    { script: '/t/behind.js' },
    { script: '/t/async.js', async: true },
  ]),
  tracker('throws', [{ script: '/t/throws.js' }, { script: '/t/after-throw.js' }]),
  tracker('gone', [{ script: '/t/gone.js' }, { script: '/t/after-gone.js' }]),
  tracker('marked', []),
  tracker('free', [{ script: '/t/free.js' }]),
];
test.use({ files: buildSite({ ...readConfig(), trackers }) });

interface Held {
  /** Resolves when the page has asked for the script. */
  asked: Promise<unknown>;
  /** Lets the script through. */
  release(): void;
}

/** Holds a script back until it is released. */
async function hold(page: Page, path: string): Promise<Held> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked = page.waitForRequest(`**${path}`);
  await page.route(`**${path}`, async (route) => {
    await released;
    await route.continue().catch(() => {});
  });
  return { asked, release };
}

const NAMES = [
  'slow',
  'two',
  'three',
  'stuck',
  'behind',
  'async',
  'after-throw',
  'after-gone',
  'free',
  'last',
];

/** Opens a page of ours on which nothing is decided. */
async function visit(page: Page, site: Site, body = '') {
  for (const name of NAMES) site.add(`/t/${name}.js`, `ran.push('${name}');`, { type: 'text/javascript' });
  site.add('/t/throws.js', "ran.push('throws'); throw new Error('a tracker');", { type: 'text/javascript' });
  site.add('/t/page', `<html lang="kk"><title>t</title><script>var ran = []</script>TAG<body>${body}`);
  await page.goto(`${site.siteUrl}/t/page`);
}

const grant = (page: Page, ...ids: string[]) =>
  page.evaluate(
    (trackers) => window.kelisim.save({ purposes: ['analytics'], technologies: ['pixels'], trackers }),
    ids,
  );
const ran = (page: Page) => page.evaluate<string[]>('ran');

/** Something new of the tracker `free` that runs: whatever could have run before it has. */
async function runLast(page: Page) {
  await page.evaluate(() => {
    const markup = '<script type="text/plain" data-kelisim="free" src="/t/last.js"></script>';
    document.body.insertAdjacentHTML('beforeend', markup);
  });
  await expect.poll(() => ran(page)).toContain('last');
}

test('the scripts of one tracker run in their order, also when the first is slow', async ({ page, site }) => {
  const slow = await hold(page, '/t/slow.js');
  await visit(page, site);
  await grant(page, 'first', 'free');
  await slow.asked;
  await runLast(page);
  expect(await ran(page)).toEqual(['free', 'last']);
  slow.release();
  await expect.poll(() => ran(page)).toEqual(['free', 'last', 'slow', 'two', 'three']);
});

test('inline markup waits for the external script before it', async ({ page, site }) => {
  const slow = await hold(page, '/t/slow.js');
  const inert = '<script type="text/plain" data-kelisim="marked"';
  await visit(page, site, `${inert} src="/t/slow.js"></script>${inert}>ran.push('inline')</script>`);
  await grant(page, 'marked', 'free');
  await slow.asked;
  await runLast(page);
  expect(await ran(page)).toEqual(['free', 'last']);
  slow.release();
  await expect.poll(() => ran(page)).toEqual(['free', 'last', 'slow', 'inline']);
});

test('an async script waits neither for the others of its tracker nor for the page', async ({
  page,
  site,
}) => {
  const stuck = await hold(page, '/t/stuck.js');
  await visit(page, site);
  await grant(page, 'hasty');
  await expect.poll(() => ran(page)).toEqual(['async']);
  await stuck.asked;
  const page2 = await hold(page, '/t/three.js');
  site.add(
    '/t/parsing',
    '<script>var ran = []</script>TAG<body><p>text</p><script src="/t/three.js"></script>',
  );
  await page.goto(`${site.siteUrl}/t/parsing`, { waitUntil: 'commit' });
  await page2.asked;
  // Firefox lets what scripts ask for wait some seconds while the parser waits.
  await expect.poll(() => ran(page), { timeout: 20_000 }).toEqual(['async']);
  page2.release();
  await expect.poll(() => ran(page)).toEqual(['async', 'three']);
});

const OTHERS = ['after-gone', 'after-throw', 'async', 'free', 'slow', 'three', 'throws', 'two'];

test('trackers that hang, throw or are not there delay no other tracker', async ({
  page,
  site,
  warnings,
}) => {
  const stuck = await hold(page, '/t/stuck.js');
  await visit(page, site);
  await call(page, (kelisim) => kelisim.accept());
  await stuck.asked;
  await expect.poll(async () => (await ran(page)).sort()).toEqual(OTHERS);
  await runLast(page);
  expect(await ran(page)).not.toContain('behind');
  expect(ourWarnings(warnings)).toEqual([]);
});

test('a tracker that hangs delays neither the next page nor its other trackers', async ({ page, site }) => {
  const stuck = await hold(page, '/t/stuck.js');
  await visit(page, site);
  await call(page, (kelisim) => kelisim.accept());
  await page.goto(`${site.siteUrl}/t/page`, { waitUntil: 'domcontentloaded' });
  await phase(page, 'decided');
  await expect.poll(async () => (await ran(page)).sort()).toEqual(OTHERS);
  expect(await ran(page)).not.toContain('behind');
  await stuck.asked;
});

test('withdrawn while a script still hangs, the one behind it never runs', async ({ page, site }) => {
  const stuck = await hold(page, '/t/stuck.js');
  await visit(page, site);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await grant(page, 'hasty', 'free');
  await stuck.asked;
  await call(page, (kelisim) => kelisim.withdraw());
  await grant(page, 'free');
  const answered = page.waitForResponse('**/t/stuck.js').then((response) => response.finished());
  stuck.release();
  await answered;
  await runLast(page);
  expect(await ran(page)).not.toContain('behind');
  expect(asked).not.toContain('/t/behind.js');
});

test('withdrawn and granted again while a script hangs, the one behind it runs once', async ({
  page,
  site,
}) => {
  const stuck = await hold(page, '/t/stuck.js');
  await visit(page, site);
  await grant(page, 'hasty', 'free');
  await stuck.asked;
  await call(page, (kelisim) => kelisim.withdraw());
  await grant(page, 'hasty', 'free');
  stuck.release();
  await expect.poll(() => ran(page)).toContain('behind');
  await runLast(page);
  expect((await ran(page)).sort()).toEqual(['async', 'behind', 'free', 'last', 'stuck']);
});
