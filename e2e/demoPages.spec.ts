import {
  ALL_TRACKERS,
  button,
  call,
  expect,
  notice,
  type Page,
  type Site,
  test,
  WORDS,
} from './support/test.ts';
import { watchComplaints } from './support/violations.ts';

const now = (page: Page) => page.locator('[data-try-now]');
const open = async (page: Page, site: Site, path: string) => {
  const seen = await watchComplaints(page);
  await page.goto(site.siteUrl + path, { waitUntil: 'load' });
  return seen;
};
const accept = (page: Page) => button(page, WORDS.kk.accept).click();

/** Waits until the counter of the demo has reported at least once more, as it does each second. */
const hearsMore = async (site: Site) => {
  site.clear();
  await expect.poll(() => site.heard()).toContain('sanaq');
};

for (const [language, base, name] of [
  ['kk', '', 'Әзірлеушілерге: сынақ парақшалары'],
  ['ru', '/ru', 'Разработчикам: проверочные страницы'],
] as const)
  test(`the stand leads to the trial pages, each of which is there and silent: ${language}`, async ({
    page,
    site,
  }) => {
    const seen = await open(page, site, `${base}/`);
    await page.locator('#stand').getByRole('link', { name }).click();
    const links = page.locator('.try-list a');
    await expect(links).toHaveCount(5);
    for (const href of await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href),
    )) {
      await page.goto(href, { waitUntil: 'load' });
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(now(page)).toBeVisible();
      await expect(notice(page)).toBeVisible();
    }
    expect(site.requests()).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

test('the page with a strict policy is sent with it, every tracker runs, and it lists no violation', async ({
  page,
  site,
}) => {
  const sent = page.waitForResponse(/\/synaq\/csp\/$/);
  const seen = await open(page, site, '/synaq/csp/');
  const policy = (await (await sent).headerValue('content-security-policy')) ?? '';
  for (const part of ["'strict-dynamic'", "style-src 'self';", "require-trusted-types-for 'script'"])
    expect(policy).toContain(part);
  for (const line of policy.split('; ')) await expect(page.locator('.try-code').first()).toContainText(line);
  await expect(now(page)).toHaveText('Таңдау жасалмаған: трекерлер жұмыс істемейді.');
  await accept(page);
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  await expect(now(page)).toContainText('sanaq, izdeu, baspa, komek, korme, qalqan.');
  await expect(page.locator('[data-violations] li')).toHaveCount(0);
  expect(await seen.violations()).toEqual([]);
  expect(seen.errors).toEqual([]);
  // It would list one.
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await page.evaluate(() =>
    document.body.insertAdjacentElement('beforeend', new Image())?.setAttribute('src', 'http://127.0.0.1:9/'),
  );
  await expect(page.locator('[data-violations]')).toContainText('img-src');
});

test('the app stops the trackers on its protected address and lets them go on behind it, with no page loaded', async ({
  page,
  site,
}) => {
  await open(page, site, '/synaq/spa/');
  await page.evaluate(() => Object.assign(window, { mark: 'here' }));
  await accept(page);
  await hearsMore(site);
  await page.getByRole('link', { name: 'Шарттар' }).click();
  await expect(page).toHaveURL(/\/synaq\/spa\/sharttar\/$/);
  await expect(now(page)).toContainText('sanaq');
  await hearsMore(site);
  expect(site.requests().filter(({ path }) => path.endsWith('.js'))).toEqual([]);

  await page
    .getByRole('navigation', { name: 'Қосымшаның бөлімдері' })
    .getByRole('link', { name: 'Өтінім' })
    .click();
  await expect(page).toHaveURL(/\/nesie\/$/);
  await expect(now(page)).toContainText('Парақша қорғалған');
  expect(await call(page, (kelisim) => kelisim.allows('sanaq'))).toBe(false);
  const ticks = () => page.evaluate(() => Math.floor(performance.now() / 1000));
  const from = await ticks();
  // What was on its way arrives within the first second.
  await expect.poll(ticks).toBeGreaterThan(from);
  site.clear();
  await expect.poll(ticks).toBeGreaterThan(from + 3);
  expect(site.requests()).toEqual([]);

  await page.goBack();
  await expect(now(page)).toContainText('sanaq');
  await hearsMore(site);
  expect(await page.evaluate('mark')).toBe('here');
});

test('what the tag manager brings is held until it is granted, and its trigger hears of each choice', async ({
  page,
  site,
}) => {
  await open(page, site, '/synaq/gtm/');
  const row = (id: string) => page.locator(`[data-row="${id}"]`);
  await expect(row('komek')).toHaveText('ұсталып тұр');
  await expect(row('korme')).toHaveText('ұсталып тұр');
  await expect(row('baspa')).toHaveText('оқиғаны күтуде');
  expect(site.requests()).toEqual([]);
  await accept(page);
  const paths = () => site.requests().map(({ path }) => path);
  await expect
    .poll(paths)
    .toEqual(expect.arrayContaining(['/komek.js', '/korme/video.html', '/baspa/px.gif?from=container']));
  for (const id of ['komek', 'korme', 'baspa']) await expect(row(id)).toHaveText('іске қосылды');
  expect(paths().filter((path) => path === '/komek.js')).toHaveLength(1);
  const events = page.locator('[data-events] li');
  await expect(events).toHaveCount(1);
  await expect(events.first()).toContainText('"event": "kelisim"');
  await call(page, (kelisim) => kelisim.withdraw());
  await expect(events).toHaveCount(2);
  await expect(events.last()).toContainText('"trackers": []');
});

test('the hostile sheet spoils the page and nothing of the notice', async ({ page, site }) => {
  await open(page, site, '/synaq/css/');
  await expect(notice(page)).toBeVisible();
  const look = () =>
    notice(page).evaluate((element) =>
      [element, ...element.querySelectorAll('*')].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const { color, fontSize, opacity } = getComputedStyle(one);
        return [x, y, width, height].map(Math.round).join() + color + fontSize + opacity;
      }),
    );
  const sample = page.getByText('осы мәтін бүлінеді');
  const size = () => sample.evaluate((element) => getComputedStyle(element).fontSize);
  const before = await look();
  expect(await size()).toBe('17px');
  await page.getByRole('button', { name: 'Бөгде стильдерді қосу' }).click();
  expect(await size()).toBe('4px');
  expect(await look()).toEqual(before);
  await accept(page);
  await expect.poll(() => site.heard()).toEqual(expect.arrayContaining(['sanaq']));
  await page.getByRole('button', { name: 'Бөгде стильдерді өшіру' }).click();
  expect(await size()).toBe('17px');
});

test('the loan form says that no tracker runs there, and none does after everything was accepted', async ({
  page,
  site,
}) => {
  await open(page, site, '/');
  await accept(page);
  await hearsMore(site);
  await page.goto('about:blank');
  site.clear();
  await page.goto(`${site.siteUrl}/nesie/`, { waitUntil: 'load' });
  await expect(now(page)).toHaveText('Парақша қорғалған: не рұқсат етілсе де, трекерлер жұмыс істемейді.');
  expect(await call(page, (kelisim) => kelisim.state.phase)).toBe('decided');
  const start = await page.evaluate(() => performance.now());
  await expect.poll(() => page.evaluate(() => performance.now())).toBeGreaterThan(start + 2500);
  expect(site.requests()).toEqual([]);
});
