import {
  buildSite,
  button,
  call,
  expect,
  notice,
  type Page,
  phase,
  readConfig,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

const LINE = {
  kk: /Global Privacy Control.*жарнама қосылмайды/,
  ru: /Global Privacy Control.*реклама не включится/,
};

/** The browser sends the signal from now on. */
const withGpc = (page: Page) =>
  page.addInitScript(
    "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true, configurable: true })",
  );

async function visit(page: Page, site: Site): Promise<void> {
  site.add('/p', '<!doctype html><html lang="kk"><title>Бет</title>TAG<body><h1>Бет</h1>');
  await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
}

const granted = (page: Page) => call(page, (kelisim) => kelisim.record()?.granted.purposes);
const via = (page: Page) => call(page, (kelisim) => kelisim.record()?.via);

const MARKETING = ['baspa', 'izdeu'];

test('is told on the first layer in both languages, and only where the browser sends it', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await expect(notice(page)).not.toContainText('Global Privacy Control');
  await withGpc(page);
  await visit(page, site);
  await expect(notice(page)).toContainText(LINE.kk);
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await expect(notice(page)).toContainText(LINE.ru);
});

test('takes marketing out of "accept all", is recorded as such, and stays so', async ({ page, site }) => {
  await withGpc(page);
  await visit(page, site);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(['qalqan', 'sanaq']);
  expect(await granted(page)).toEqual(['analytics', 'support', 'media', 'antifraud']);
  expect(await via(page)).toBe('gpc');
  await visit(page, site);
  await expect.poll(() => call(page, (kelisim) => kelisim.allows('sanaq'))).toBe(true);
  expect(await call(page, (kelisim) => ['marketing', 'izdeu'].map(kelisim.allows))).toEqual([false, false]);
  expect(site.heard()).not.toEqual(expect.arrayContaining(MARKETING));
});

test('gives way to the visitor who switches marketing on, on later pages, too', async ({ page, site }) => {
  await withGpc(page);
  await visit(page, site);
  await button(page, WORDS.kk.preferences).click();
  const panel = page.locator('kelisim-consent').getByRole('dialog');
  await expect(panel).toContainText(LINE.kk);
  for (const name of [
    'Жарнама және маркетинг',
    'Файлдар cookie',
    'Cookie файлдары',
    'Пиксельдер',
    'Жергілікті қойма',
  ])
    for (const one of await panel.getByRole('switch', { name, exact: true }).all()) await one.click();
  await panel.getByRole('button', { name: 'Таңдауды сақтау' }).click();
  await expect.poll(() => site.heard()).toEqual(MARKETING);
  expect(await via(page)).toBe('save');
  site.clear();
  await visit(page, site);
  await expect.poll(() => site.heard()).toEqual(MARKETING);
});

test('switched on later, it takes marketing back from what was accepted, and stops and erases it', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
  const id = await call(page, (kelisim) => kelisim.record()?.id);
  await withGpc(page);
  await page.goto('about:blank');
  site.clear();
  await visit(page, site);
  await phase(page, 'decided');
  expect(await via(page)).toBe('gpc');
  expect(await call(page, (kelisim) => kelisim.record()?.id)).toBe(id);
  await expect.poll(() => site.heard()).toEqual(['qalqan', 'sanaq']);
  await expect.poll(async () => (await site.stored(page)).cookies).not.toContain('_iz_uid');
  await expect(notice(page)).toBeHidden();
});

test('refusing and the API are answered in the same way', async ({ page, site }) => {
  await withGpc(page);
  await visit(page, site);
  await call(page, (kelisim) => kelisim.accept());
  expect(await granted(page)).not.toContain('marketing');
  await call(page, (kelisim) => kelisim.refuse());
  expect([await granted(page), await via(page)]).toEqual([[], 'api']);
  const named = { purposes: ['marketing' as const], technologies: ['pixels' as const], trackers: ['baspa'] };
  await page.evaluate((choice) => window.kelisim.save(choice), named);
  expect(await granted(page)).toEqual(['marketing']);
});

test.describe('where the configuration ignores it', () => {
  test.use({ files: buildSite({ ...readConfig(), gpc: 'ignore' }) });

  test('it is neither told nor counted', async ({ page, site }) => {
    await withGpc(page);
    await visit(page, site);
    await expect(notice(page)).not.toContainText('Global Privacy Control');
    await button(page, WORDS.kk.accept).click();
    await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
    expect(await via(page)).toBe('accept');
  });
});
