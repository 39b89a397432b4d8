import {
  ALL_STORED,
  ALL_TRACKERS,
  button,
  call,
  expect,
  NOTHING,
  notice,
  phase,
  test,
  WORDS,
} from './support/test.ts';

for (const path of ['/', '/ru/', '/nesie/', '/ru/kabinet/']) {
  test(`before a choice ${path} asks nobody and stores nothing`, async ({ page, site }) => {
    await page.goto(site.siteUrl + path, { waitUntil: 'networkidle' });
    await expect(notice(page)).toBeVisible();
    await page.mouse.wheel(0, 2000);
    await page.keyboard.press('Escape');
    await page.locator('main').click({ position: { x: 5, y: 5 } });
    await page.reload({ waitUntil: 'networkidle' });
    await expect(notice(page)).toBeVisible();
    expect(site.requests()).toEqual([]);
    expect(await site.stored(page)).toEqual(NOTHING);
    expect(await page.context().cookies()).toEqual([]);
  });
}

test('closing the notice and the panel, and going to another page, decide nothing', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.preferences).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await call(page, (kelisim) => kelisim.close());
  await expect(notice(page)).toBeHidden();
  await page.goto(`${site.siteUrl}/nesie/`, { waitUntil: 'networkidle' });
  await expect(notice(page)).toBeVisible();
  expect(site.requests()).toEqual([]);
  expect(await site.stored(page)).toEqual(NOTHING);
});

test('after accepting every tracker runs, also on the next page, and the notice is gone', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.accept).click();
  await expect(notice(page)).toBeHidden();
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
  site.clear();
  await page.reload();
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  await expect(notice(page)).toBeHidden();
  expect(await call(page, (kelisim) => kelisim.record()?.via)).toBe('accept');
});

test('after refusing none runs, also after a reload, and it is not asked again', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.refuse).click();
  await expect(notice(page)).toBeHidden();
  await page.reload({ waitUntil: 'networkidle' });
  await phase(page, 'decided');
  await expect(notice(page)).toBeHidden();
  expect(site.requests()).toEqual([]);
  expect(await site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
});

test('after withdrawing everything that was stored is gone, and stays gone', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.accept());
  await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
  await page.locator('[data-kelisim-withdraw]').first().click();
  await expect.poll(() => site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
  await page.reload({ waitUntil: 'networkidle' });
  site.clear();
  await page.reload({ waitUntil: 'networkidle' });
  expect(site.requests()).toEqual([]);
  expect(await site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
});
