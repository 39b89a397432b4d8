import {
  buildSite,
  button,
  call,
  expect,
  type Page,
  phase,
  readConfig,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

/** A page that counts its own time, four times a second. */
const READY =
  '<!doctype html><html lang="kk"><title>Бет</title>TAG<script>window.beats = 0; setInterval(() => { beats += 1 }, 250)</script><body><h1>Бет</h1>';

/** Accepts everything on a page of the site and waits until its trackers run. */
async function accept(page: Page, site: Site): Promise<void> {
  site.add('/p', READY);
  await page.goto(`${site.siteUrl}/p`);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
}

/** How a page inside a single-page app is left for another, as code. */
const go = (page: Page, code: string) => page.evaluate(code);

/** Waits until the counter of the demo has reported at least once more. */
async function hearsMore(site: Site): Promise<void> {
  site.clear();
  await expect.poll(() => site.requests().some(({ path }) => path.startsWith('/sanaq/'))).toBe(true);
}

/** Nothing arrives while the page lives on for more than two of the seconds in which the demo's counter reports. */
async function staysSilent(page: Page, site: Site): Promise<void> {
  const beats = () => page.evaluate<number>('beats');
  const wait = async (more: number) => {
    const end = (await beats()) + more;
    await expect.poll(beats).toBeGreaterThanOrEqual(end);
  };
  // What was on its way arrives first.
  await wait(1);
  site.clear();
  await wait(9);
  expect(site.requests()).toEqual([]);
}

for (const path of [
  '/nesie/',
  '/nesie',
  '/kabinet/',
  '/NESIE/a/b?x=1#y',
  '//nesie/',
  '/%6Eesie/',
  '/ru/nesie/',
])
  test(`on ${path} nothing starts, whatever was accepted before`, async ({ page, site }) => {
    await accept(page, site);
    site.add(new URL(path, 'http://a').pathname, READY);
    site.add(path.split(/[?#]/)[0] as string, `${READY}<script src="TRACKER/sanaq.js" async></script>`);
    await page.goto('about:blank');
    site.clear();
    await page.goto(site.siteUrl + path);
    await phase(page, 'decided');
    expect(await call(page, (kelisim) => ['sanaq', 'analytics'].map(kelisim.allows))).toEqual([false, true]);
    await page.waitForLoadState('networkidle');
    expect(site.requests().filter(({ path }) => path !== '/sanaq.js')).toEqual([]);
    expect(await page.evaluate('typeof sanaq')).toBe('undefined');
  });

test('on a path that only looks like one, trackers run', async ({ page, site }) => {
  await accept(page, site);
  site.add('/nesieler/', READY);
  site.clear();
  await page.goto(`${site.siteUrl}/nesieler/`);
  await expect.poll(() => site.heard()).toContain('sanaq');
});

const MOVES = {
  pushState: ["history.pushState({}, '', '/nesie/form')", "history.pushState({}, '', '/p')"],
  replaceState: ["history.replaceState({}, '', '/kabinet/')", "history.replaceState({}, '', '/p')"],
  'the back button': ["history.pushState({}, '', '/nesie/')", 'history.back()'],
} as const;
for (const [how, [enter, leave]] of Object.entries(MOVES))
  test(`entered and left by ${how}, it stops what runs, keeps what it stored, and starts it again`, async ({
    page,
    site,
  }) => {
    await accept(page, site);
    const cookies = ['_iz_uid', '_sq_id', '_sq_path', '_sq_ses', 'kelisim'];
    const stored = async () => (await site.stored(page)).cookies;
    await expect.poll(stored).toEqual(cookies);
    await go(page, enter);
    expect(await page.evaluate('kelisim.allows("sanaq")')).toBe(false);
    await staysSilent(page, site);
    expect(await stored()).toEqual(cookies);
    await page.evaluate("document.cookie = '_sq_id=protected'; localStorage._sq_uid = 'protected'");
    expect(await page.evaluate('document.cookie + localStorage._sq_uid')).not.toContain('protected');
    await go(page, leave);
    await hearsMore(site);
    expect(await page.evaluate('document.cookie')).toContain('_sq_id');
  });

/** Routers and trackers take the native for themselves before Kelisim looks at it. */
const WRAPPED =
  '<script>{ const own = history.pushState.bind(history); history.pushState = (...given) => own(...given) }</script>';
for (const [how, head] of Object.entries({
  'by the browser': WRAPPED,
  'by what it shows then': `<script>delete window.navigation</script>${WRAPPED}`,
}))
  test(`entered and left past the hooks, it is noticed ${how}`, async ({ page, site }) => {
    site.add('/p', `${READY}${head}`);
    await page.goto(`${site.siteUrl}/p`);
    await button(page, WORDS.kk.accept).click();
    await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
    await page.evaluate(
      '{ const { stop } = sanaq; window.stops = 0; sanaq.stop = () => { stops += 1; stop() } }',
    );
    await go(page, "history.pushState({}, '', '/nesie/'); document.body.append('Нысан')");
    await expect.poll(() => page.evaluate('stops')).toBe(1);
    await staysSilent(page, site);
    await go(page, "history.pushState({}, '', '/p'); document.body.append('Бет')");
    await hearsMore(site);
  });

test('withdrawn on it, everything is erased there', async ({ page, site }) => {
  await accept(page, site);
  await go(page, MOVES.pushState[0]);
  await call(page, (kelisim) => kelisim.withdraw());
  await expect
    .poll(() => site.stored(page))
    .toEqual({ cookies: ['kelisim'], local: [], session: [], databases: [] });
});

test('accepted on it, everything starts when it is left', async ({ page, site }) => {
  site.add('/nesie/', READY);
  await page.goto(`${site.siteUrl}/nesie/`);
  await button(page, WORDS.kk.accept).click();
  await phase(page, 'decided');
  await staysSilent(page, site);
  await go(page, "history.pushState({}, '', '/p')");
  await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
});

test('inert markup that comes while it is shown waits until it is left', async ({ page, site }) => {
  await accept(page, site);
  await go(page, MOVES.pushState[0]);
  site.clear();
  await page.evaluate((url) => {
    const script = Object.assign(document.createElement('script'), { type: 'text/plain' });
    script.dataset.kelisim = 'komek';
    script.dataset.src = `${url}/komek.js`;
    document.body.append(script);
  }, site.trackerUrl);
  await staysSilent(page, site);
  await go(page, MOVES.pushState[1]);
  await expect.poll(() => site.heard()).toContain('komek');
});

test.describe('in an app that keeps its pages in the fragment', () => {
  test.use({ files: buildSite({ ...readConfig(), protectedRoutes: ['/p#/nesie/*'] }) });

  test('a change of the fragment counts', async ({ page, site }) => {
    await accept(page, site);
    await go(page, "location.hash = '#/nesie/1'");
    await staysSilent(page, site);
    await go(page, "location.hash = '#/'");
    await hearsMore(site);
  });
});

test.describe('with the guard off', () => {
  test.use({ files: buildSite({ ...readConfig(), guard: 'off' }) });

  test("the vendors' own stops are called on it, and they go on when it is left", async ({ page, site }) => {
    await accept(page, site);
    await go(page, MOVES.pushState[0]);
    await staysSilent(page, site);
    await go(page, MOVES.pushState[1]);
    await hearsMore(site);
  });
});
