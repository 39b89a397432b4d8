import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BODY, expectAskedAndSilent, type Setup, visit } from './support/faultPage.ts';
import { AKSHAMAT, button, call, expect, notice, ourWarnings, phase, test, WORDS } from './support/test.ts';

for (const [what, pattern] of [
  ['panel', /\/preferences-\w+\.js$/],
  ['texts of the panel', /\/details\.kk-\w+\.json$/],
] as const)
  test(`where the file of the ${what} is missing the first layer says so, and one warning how to mend it`, async ({
    page,
    site,
    warnings,
  }) => {
    await page.route(pattern, (route) => route.fulfill({ status: 404, body: 'not found' }));
    const errors = await visit(page, site);
    await button(page, WORDS.kk.preferences).click();
    await expect(notice(page).getByRole('alert')).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expectAskedAndSilent(page, site);
    await expect.poll(() => ourWarnings(warnings)).toEqual([expect.stringMatching(/upload all built files/)]);
    await button(page, WORDS.kk.refuse).click();
    await phase(page, 'decided');
    expect(site.requests()).toEqual([]);
    expect(errors).toEqual([]);
  });

test('where the file for withdrawal is missing one warning says so, and the visitor is asked', async ({
  page,
  site,
  warnings,
}) => {
  await page.route(/\/later-\w+\.js$/, (route) => route.fulfill({ status: 404, body: 'not found' }));
  await visit(page, site);
  await expect
    .poll(() => ourWarnings(warnings))
    .toEqual([expect.stringMatching(/later-\w+\.js.*upload all built files/)]);
  await expectAskedAndSilent(page, site);
  await button(page, WORDS.kk.preferences).click();
  await expect(notice(page).getByRole('alert')).toBeVisible();
  expect(site.requests()).toEqual([]);
});

test('where the file with the trackers is missing, a yes is kept and starts them when it is there', async ({
  page,
  site,
}) => {
  const missing = /\/later-\w+\.js$/;
  await page.route(missing, (route) => route.fulfill({ status: 404, body: 'not found' }));
  await visit(page, site);
  await button(page, WORDS.kk.accept).click();
  await phase(page, 'decided');
  await page.reload({ waitUntil: 'networkidle' });
  await phase(page, 'decided');
  expect(site.requests()).toEqual([]);
  expect(await site.stored(page)).toEqual({ cookies: ['kelisim'], local: [], session: [], databases: [] });
  await page.unroute(missing);
  await page.reload();
  await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'komek', 'korme', 'qalqan', 'sanaq']);
});

test('where that file is missing, withdrawing ends what the page started by itself with a new page', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toContain('sanaq');
  await page.route(/\/later-\w+\.js$/, (route) => route.fulfill({ status: 404, body: 'not found' }));
  // Made by script: the look-ahead of the browser asks for what stands in the markup, whatever is granted.
  site.add(
    '/own',
    '<!doctype html><title>a</title>TAG<script>document.head.append(Object.assign(document.createElement("script"), { src: "TRACKER/sanaq.js" }))</script>',
  );
  await page.goto(`${site.siteUrl}/own`);
  await page.waitForFunction('window.sanaq');
  const loaded = page.waitForEvent('load');
  await call(page, (kelisim) => kelisim.withdraw());
  await loaded;
  site.clear();
  await page.reload({ waitUntil: 'networkidle' });
  await phase(page, 'decided');
  expect(site.requests()).toEqual([]);
});

test('included twice it asks once and starts once, and one warning says what to remove', async ({
  page,
  site,
  warnings,
}) => {
  await visit(page, site, { tag: 'TAG TAG' });
  await expectAskedAndSilent(page, site);
  await expect(page.locator('kelisim-consent')).toHaveCount(1);
  expect(ourWarnings(warnings)).toEqual([expect.stringMatching(/two tags.*remove one/)]);
  await button(page, WORDS.kk.accept).click();
  const paths = () =>
    site
      .requests()
      .map(({ path }) => path)
      .filter((path) => /sanaq\.js|komek\.js|baspa\/px/.test(path));
  await expect
    .poll(async () => paths().sort())
    .toEqual(['/baspa/px.gif', '/baspa/px.gif?e=pageview', '/komek.js', '/sanaq.js']);
});

test('the file of no site asks, runs nothing, and one warning says how to build one', async ({
  page,
  site,
  warnings,
}) => {
  const body = readFileSync(join(AKSHAMAT, '../kelisim.js'), 'utf8');
  site.add('/unbuilt.js', body, { type: 'text/javascript' });
  const errors = await visit(page, site, { tag: '<script src="/unbuilt.js"></script>' });
  expect(ourWarnings(warnings)).toEqual([expect.stringMatching(/npx kelisim build/)]);
  await expect(button(page, WORDS.kk.accept)).toBeVisible();
  await expect(button(page, WORDS.kk.refuse)).toBeVisible();
  await expect(button(page, WORDS.kk.preferences)).toHaveCount(0);
  await button(page, WORDS.kk.accept).click();
  await page.reload({ waitUntil: 'networkidle' });
  expect(site.requests()).toEqual([]);
  expect(errors).toEqual([]);
});

const HOSTILE: Record<string, Setup> = {
  'replaces its body': {
    body: `${BODY}<script>addEventListener('load', () => {
    const body = document.createElement('body'); body.innerHTML = document.body.innerHTML; document.body = body; })</script>`,
  },
  'empties its body': {
    body: `${BODY}<script>addEventListener('load', () => { document.body.textContent = '' })</script>`,
  },
  'throws in its own script before ours': { before: "throw new Error('of the page')" },
  'has text on Object.prototype': {
    before: "Object.prototype.extra = 'text'; Array.prototype.extra = 'text';",
  },
  'has functions on Object.prototype': {
    before: 'Object.prototype.extra = () => 1; Array.prototype.extra = () => 1;',
  },
  'has functions on Array.prototype': {
    before: 'Array.prototype.last = function () { return this.at(-1); };',
  },
  'has an element of our name': {
    before: "document.documentElement.append(Object.assign(document.createElement('a'), { id: 'kelisim' }))",
  },
};
for (const [what, setup] of Object.entries(HOSTILE)) {
  test(`on a page that ${what} the visitor is asked and a yes starts the trackers`, async ({
    page,
    site,
    warnings,
  }) => {
    const errors = await visit(page, site, setup);
    await expectAskedAndSilent(page, site);
    await button(page, WORDS.kk.accept).click();
    await phase(page, 'decided');
    await expect
      .poll(() => site.heard())
      .toEqual(expect.arrayContaining(['baspa', 'izdeu', 'qalqan', 'sanaq']));
    expect(ourWarnings(warnings)).toEqual([]);
    expect(errors.filter(({ message }) => message !== 'of the page')).toEqual([]);
  });
  test(`on a page that ${what} a no starts nothing`, async ({ page, site }) => {
    await visit(page, site, setup);
    await button(page, WORDS.kk.refuse).click();
    await phase(page, 'decided');
    await page.reload({ waitUntil: 'networkidle' });
    await expect(notice(page)).toBeHidden();
    expect(site.requests()).toEqual([]);
  });
}

test('without crypto no receipt number can be made, so nothing runs and the visitor is asked', async ({
  page,
  site,
}) => {
  await visit(page, site, { before: "Object.defineProperty(window, 'crypto', { value: undefined })" });
  await expectAskedAndSilent(page, site);
  const error = page.waitForEvent('pageerror');
  await button(page, WORDS.kk.accept).click();
  expect((await error).message).toMatch(/getRandomValues/);
  await expectAskedAndSilent(page, site);
});
