import { expect, notice, type Page, type Site, test } from './support/test.ts';

/** A page with every kind of tracker, whose own script must do its work. */
const PAGE = `<!doctype html><html lang="kk"><head>TAG<title>p</title>
  <script type="text/plain" data-kelisim="sanaq" src="TRACKER/sanaq.js"></script>
  <script type="text/plain" data-kelisim="komek">fetch('TRACKER/komek/c');</script></head>
  <body><p id="page">p</p><img data-kelisim="baspa" data-src="TRACKER/baspa/px.gif">
  <iframe data-kelisim="korme" data-src="TRACKER/korme/video.html"></iframe>
  <a href="#below" data-kelisim-open="preferences">below</a><p id="below"></p>
  <script>document.getElementById('page').append(' works'); addEventListener('load', () => { new Image().src = '/own'; });</script>`;

/** Leaves the record cookie of a visitor who has accepted everything, and nothing of the trackers. */
async function acceptBefore(page: Page, site: Site): Promise<void> {
  site.add('/before', '<!doctype html><html lang="kk"><head>TAG<title>p</title></head><body><p>p');
  site.add('/empty', '<!doctype html><title>p</title>');
  await page.goto(`${site.siteUrl}/before`);
  await page.evaluate(() => window.kelisim.accept());
  await expect.poll(() => site.heard()).toContain('sanaq');
  const record = (await page.context().cookies()).filter(({ name }) => name === 'kelisim');
  expect(record).toHaveLength(1);
  await page.goto(`${site.siteUrl}/empty`);
  await page.context().clearCookies();
  await page.context().addCookies(record);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  site.clear();
}

/** Opens the page and waits until it is idle. Returns the uncaught errors. */
async function open(page: Page, site: Site): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  site.add('/p', PAGE);
  site.add('/own', '');
  const own = page.waitForRequest('**/own');
  await page.goto(`${site.siteUrl}/p`);
  await own;
  await page.waitForLoadState('networkidle');
  return errors;
}

/** The page does all it did without us, and nobody else hears of it. */
async function expectUnharmed(page: Page, site: Site): Promise<void> {
  await expect(page.locator('#page')).toHaveText('p works');
  await page.getByRole('link', { name: 'below' }).click();
  await expect(page).toHaveURL(/\/p(#below)?$/);
  expect(site.requests()).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(await page.evaluate(() => document.cookie)).not.toMatch(/_sq_|_iz_/);
}

test('a browser that cannot read kelisim.js runs no tracker, whatever was accepted, and the page is unharmed', async ({
  page,
  site,
}) => {
  await acceptBefore(page, site);
  await page.route('**/kelisim/kelisim.js', (route) =>
    route.fulfill({ body: 'const a = {}; a ?!.b;', contentType: 'text/javascript' }),
  );
  const errors = await open(page, site);
  await expectUnharmed(page, site);
  expect(errors).toEqual([expect.stringMatching(/Unexpected token|Invalid/)]);
});

/** What browsers older than those supported may lack, and what is said of it on the console. */
const MISSING: [name: string, said: RegExp[]][] = [
  ['Proxy', [/^\[kelisim\] TypeError: Proxy is not/]],
  ['Reflect', [/^\[kelisim\] TypeError: .*'Reflect'/]],
  ['WeakMap', [/^\[kelisim\] TypeError: WeakMap is not/]],
  ['URL', [/^\[kelisim\] TypeError: .*'createObjectURL'/]],
  ['CSSStyleSheet', []],
  ['crypto', []],
];
for (const [name, said] of MISSING)
  test(`a browser without ${name} asks, runs no tracker before a choice, and the page is unharmed`, async ({
    page,
    site,
    warnings,
  }) => {
    await page.addInitScript((name) => {
      Object.defineProperty(window, name, { value: undefined, configurable: true, writable: true });
    }, name);
    const errors = await open(page, site);
    await expectUnharmed(page, site);
    await expect(notice(page)).toBeVisible();
    expect(errors).toEqual([]);
    for (const shape of said) expect(warnings).toContainEqual(expect.stringMatching(shape));
    expect(warnings.filter((text) => !said.some((shape) => shape.test(text)))).toEqual([]);
  });
