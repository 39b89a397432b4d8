import { call, expect, type Page, phase, test } from './support/test.ts';

const cookieOf = (page: Page) =>
  page.evaluate(() => /(?:^|; )kelisim=([^;]*)/.exec(document.cookie)?.[1] ?? '');
const restore = (page: Page, value: unknown) =>
  page.evaluate((value) => window.kelisim.restore(value as string), value);

test('a record of the app is taken over: the same receipt, the same grants, and the trackers start', async ({
  page,
  site,
  browser,
}) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) =>
    kelisim.save({
      purposes: ['marketing'],
      technologies: ['pixels'],
      trackers: ['baspa'],
    }),
  );
  const value = await cookieOf(page);
  const record = await call(page, (kelisim) => kelisim.record());
  const other = await (await browser.newContext()).newPage();
  site.clear();
  await other.goto(site.siteUrl);
  expect(await restore(other, value)).toBe(true);
  await phase(other, 'decided');
  expect(await call(other, (kelisim) => kelisim.record())).toEqual(record);
  await expect.poll(() => site.heard()).toEqual(['baspa']);
  await other.reload();
  await phase(other, 'decided');
  await other.context().close();
});

test('a record with fewer grants ends what runs', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.refuse());
  const refusal = await cookieOf(page);
  await call(page, (kelisim) => kelisim.accept());
  await expect.poll(() => call(page, (kelisim) => kelisim.allows('sanaq'))).toBe(true);
  expect(await restore(page, refusal)).toBe(true);
  await expect.poll(async () => (await site.stored(page)).cookies).toEqual(['kelisim']);
});

test('what cannot be made a text is not taken over, and nothing is thrown at the page', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.refuse());
  const taken = await page.evaluate(() =>
    [Symbol('x'), Object.create(null), 7, null].map((value) => window.kelisim.restore(value as string)),
  );
  expect(taken).toEqual([false, false, false, false]);
  await phase(page, 'decided');
});

const WRONG: Record<string, (value: string) => unknown> = {
  'is altered': (value) => value.replace('!', '*'),
  'is cut': (value) => value.slice(0, -1),
  'is of another revision': () =>
    '1|00112233445566778899|2098-11-22T20:30:00.000Z|2099-05-21T20:30:00.000Z|kk|refuse|x|||',
  'is no text': () => ({ v: 1 }),
  'is not there': () => undefined,
};
for (const [what, wrong] of Object.entries(WRONG))
  test(`a record that ${what} is not taken over, and the one in force stays`, async ({ page, site }) => {
    await page.goto(site.siteUrl);
    await call(page, (kelisim) => kelisim.refuse());
    const value = await cookieOf(page);
    const taken = await restore(page, wrong(value));
    expect(taken).toBe(false);
    expect(await cookieOf(page)).toBe(value);
  });

test('a record whose term is over is not taken over', async ({ page, site }) => {
  await page.clock.setFixedTime('2098-01-01T00:00:00Z');
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.accept());
  const value = await cookieOf(page);
  await page.context().clearCookies();
  await page.clock.setFixedTime('2098-12-01T00:00:00Z');
  await page.reload();
  expect(await restore(page, value)).toBe(false);
  await phase(page, 'undecided');
});
