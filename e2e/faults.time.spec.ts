import { expectAskedAndSilent, holdFile, visit } from './support/faultPage.ts';
import {
  buildSite,
  button,
  call,
  expect,
  NOTHING,
  notice,
  type Page,
  phase,
  readConfig,
  type Site,
  severalReports,
  test,
  turnTo,
  WORDS,
} from './support/test.ts';

const DAY = 86_400_000;

test('a clock set back by more than a day asks again, and a clock set right again knows the choice', async ({
  page,
  site,
}) => {
  const now = Date.now();
  await page.clock.setFixedTime(now);
  await visit(page, site);
  await call(page, (kelisim) => kelisim.refuse());
  await page.clock.setFixedTime(now - 2 * DAY);
  await page.reload({ waitUntil: 'networkidle' });
  await expectAskedAndSilent(page, site);
  await page.clock.setFixedTime(now + DAY);
  await page.reload();
  await phase(page, 'decided');
});

/** What was granted has ended: the visitor is asked, and no tracker says or keeps anything any more. */
async function expectEnded(page: Page, site: Site) {
  await expect(notice(page)).toBeVisible();
  await expect.poll(async () => (await site.stored(page)).databases).toEqual([]);
  site.clear();
  await severalReports(page);
  await expectAskedAndSilent(page, site);
  expect(await site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
}

for (const [where, days] of [
  ['beyond the end of the term', 181],
  ['back by two days', -2],
] as const)
  test(`where the clock of an open page jumps ${where}, the visitor is asked again and what runs ends`, async ({
    page,
    site,
  }) => {
    const now = Date.now();
    await page.clock.setFixedTime(now);
    await visit(page, site);
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(async () => (await site.stored(page)).databases).toContain('sanaq-db');
    await page.clock.setFixedTime(now + days * DAY);
    await turnTo(page);
    await expectEnded(page, site);
    await page.clock.setFixedTime(now + DAY);
    await turnTo(page);
    await phase(page, 'decided');
    await expect(notice(page)).toBeHidden();
    await expect.poll(() => site.heard()).toContain('sanaq');
  });

const visitEarly = (page: Page, site: Site) => {
  site.add('/early', '<!doctype html><html lang="kk"><title>p</title>TAG<body><p>p');
  return page.goto(`${site.siteUrl}/early`);
};

test('while the file with the trackers is on its way the notice works, and a yes is honoured when it is there', async ({
  page,
  site,
}) => {
  const letGo = await holdFile(page);
  await visitEarly(page, site);
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await button(page, WORDS.ru.accept).click();
  await expect(notice(page)).toBeHidden();
  await phase(page, 'decided');
  expect(site.requests()).toEqual([]);
  letGo();
  await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
});

// The guard holds what the gate would start, and the gate starts nothing that the guard would hold: each alone does it.
for (const guard of ['known', 'off'] as const)
  test.describe(`with the guard ${guard}`, () => {
    test.use({ files: buildSite({ ...readConfig(), guard }) });

    test('a yes taken back while the file with the trackers is on its way starts nothing when it is there', async ({
      page,
      site,
    }) => {
      const letGo = await holdFile(page);
      await visitEarly(page, site);
      await button(page, WORDS.kk.accept).click();
      await call(page, (kelisim) => kelisim.withdraw());
      letGo();
      await expect(page.locator('kelisim-consent .corner')).toBeVisible();
      await severalReports(page);
      expect(site.requests()).toEqual([]);
      expect(await site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
    });
  });
