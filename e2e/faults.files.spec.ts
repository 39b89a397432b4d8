import type { Route } from '@playwright/test';
import type { View } from '../src/types.ts';
import { expectAskedAndSilent, holdFile, visit } from './support/faultPage.ts';
import { button, call, expect, notice, ourWarnings, phase, test, WORDS } from './support/test.ts';

const FILES = {
  panel: /\/preferences-\w+\.js$/,
  'panel texts': /\/details\.kk-\w+\.json$/,
  policy: /\/policy\.kk-\w+\.html$/,
};
const viewOf = (what: string): View => (what === 'policy' ? 'policy' : 'preferences');

const FAULTS: Record<string, (route: Route) => Promise<void>> = {
  'is missing': (route) => route.fulfill({ status: 404, body: 'not found' }),
  // It would do as well as the right one.
  async 'has a wrong hash'(route) {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n` });
  },
};

for (const [what, pattern] of Object.entries(FILES)) {
  for (const [fault, answer] of Object.entries(FAULTS))
    test(`where the file of the ${what} ${fault}, the first layer says so, and nothing runs`, async ({
      page,
      site,
      warnings,
    }) => {
      await page.route(pattern, answer);
      await visit(page, site);
      await page.evaluate((view) => window.kelisim.open(view), viewOf(what));
      await expect(notice(page).getByRole('alert')).toBeVisible();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expectAskedAndSilent(page, site);
      expect(ourWarnings(warnings).join()).toMatch(/upload all built files/);
    });

  test(`where the file of the ${what} hangs, the notice stays and a press on refuse counts`, async ({
    page,
    site,
  }) => {
    let asked = false;
    await page.route(pattern, () => {
      asked = true;
    });
    await visit(page, site);
    await page.evaluate((view) => window.kelisim.open(view), viewOf(what));
    await expect.poll(() => asked).toBe(true);
    await expectAskedAndSilent(page, site);
    await button(page, WORDS.kk.refuse).click();
    await phase(page, 'decided');
    expect(site.requests()).toEqual([]);
  });
}

test('settings that were closed while they loaded do not come up later', async ({ page, site }) => {
  const letGo = await holdFile(page, /\/preferences-\w+\.js$/);
  await visit(page, site);
  await expect(page.locator('kelisim-consent .corner')).toHaveCount(1);
  await page.evaluate(() => window.kelisim.open());
  await page.evaluate(() => window.kelisim.close());
  const drawn = page.waitForResponse(/\/details\.kk-\w+\.json$/);
  letGo();
  await (await drawn).finished();
  await expect(page.locator('dialog h2')).toHaveCount(1);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.evaluate(() => window.kelisim.open());
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('where the file with the trackers has a wrong hash, nothing of it runs and the visitor is asked', async ({
  page,
  site,
}) => {
  await page.route(/\/later-\w+\.js$/, (route) =>
    route.fulfill({
      body: 'window.wrong = 1',
      contentType: 'text/javascript',
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await visit(page, site);
  await expectAskedAndSilent(page, site);
  await call(page, (kelisim) => kelisim.accept());
  await page.reload({ waitUntil: 'networkidle' });
  await phase(page, 'decided');
  expect(await page.evaluate(() => 'wrong' in window)).toBe(false);
  expect(site.requests()).toEqual([]);
});

/** Two records under one name, as an older configuration can leave them: this host's own and the domain's. */
for (const [first, second] of [
  ['accept', 'refuse'],
  ['refuse', 'accept'],
] as const)
  test(`of two record cookies, ${first} and ${second}, one holds alike for all, and a withdrawal ends both`, async ({
    page,
    site,
  }) => {
    const { port } = new URL(site.siteUrl);
    site.add('/p', '<!doctype html><html lang="kk"><title>p</title>TAG');
    const url = `http://www.akshamat.kz:${port}/p`;
    await page.goto(url);
    for (const [act, domain] of [
      [first, 'www.akshamat.kz'],
      [second, '.akshamat.kz'],
    ] as const) {
      await page.evaluate((name) => window.kelisim[name](), act);
      const kept = (await page.context().cookies()).find(({ name }) => name === 'kelisim');
      await page.context().clearCookies({ domain: '.akshamat.kz', name: 'kelisim' });
      await page.context().addCookies([{ ...(kept as NonNullable<typeof kept>), domain }]);
    }
    expect((await page.context().cookies()).filter(({ name }) => name === 'kelisim')).toHaveLength(2);
    await page.reload();
    await phase(page, 'decided');
    await call(page, (kelisim) => kelisim.withdraw());
    site.clear();
    await page.reload({ waitUntil: 'networkidle' });
    expect(await call(page, (kelisim) => kelisim.record()?.via)).toBe('withdraw');
    expect(site.requests()).toEqual([]);
  });

test('a record from the future is asked for again, and nothing runs', async ({ page, site }) => {
  await page.clock.setFixedTime(Date.now() + 9 * 86_400_000);
  await visit(page, site);
  await call(page, (kelisim) => kelisim.refuse());
  await page.clock.setFixedTime(Date.now());
  await page.reload({ waitUntil: 'networkidle' });
  await expectAskedAndSilent(page, site);
});

test('a record of an older version is asked for again, and nothing runs', async ({ page, site }) => {
  await visit(page, site);
  await call(page, (kelisim) => kelisim.refuse());
  const [record] = await page.context().cookies();
  const old = { ...(record as NonNullable<typeof record>), value: `0${record?.value.slice(1)}` };
  await page.context().addCookies([old]);
  await page.reload({ waitUntil: 'networkidle' });
  await expectAskedAndSilent(page, site);
});
