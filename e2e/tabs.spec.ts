import { holdFile } from './support/faultPage.ts';
import {
  button,
  call,
  expect,
  notice,
  type Page,
  phase,
  type Site,
  severalReports,
  test,
  turnTo,
  WORDS,
} from './support/test.ts';

const PAGE = '<!doctype html><html lang="kk"><head>TAG<title>p</title></head><body><p>p';
const reopen = (page: Page) => page.locator('kelisim-consent .corner');

/** Opens the page in so many tabs of one visitor, each in a window that is in sight, and waits for all their files. */
async function visit(page: Page, site: Site, before = '') {
  site.add('/p', PAGE);
  const tabs = [page, await page.context().newPage()] as const;
  for (const tab of tabs) {
    await tab.addInitScript(before);
    await tab.goto(`${site.siteUrl}/p`);
    await expect(reopen(tab)).toHaveCount(1);
  }
  return tabs;
}

const off = (name: string) => `Object.defineProperty(window, '${name}', { value: undefined });`;
for (const [way, before] of [
  ['BroadcastChannel', off('cookieStore')],
  ['the cookie store', off('BroadcastChannel')],
] as const) {
  test(`another tab follows at once, by ${way}: the notice goes, trackers start`, async ({ page, site }) => {
    const [one, other] = await visit(page, site, before);
    await expect(notice(other)).toBeVisible();
    await button(one, WORDS.kk.accept).click();
    await expect(notice(other)).toBeHidden();
    await phase(other, 'decided');
    expect(await other.evaluate('kelisim.record()')).toEqual(await one.evaluate('kelisim.record()'));
    const pixels = () => site.requests().filter(({ path }) => path === '/baspa/px.gif?e=pageview').length;
    await expect.poll(pixels).toBe(2);
  });

  test(`withdrawn in one tab, trackers of another fall silent, by ${way}`, async ({ page, site }) => {
    const [one, other] = await visit(page, site, before);
    await call(one, (kelisim) => kelisim.accept());
    await expect.poll(async () => (await site.stored(other)).databases).toContain('sanaq-db');
    await one.goto('about:blank');
    await one.goto(`${site.siteUrl}/p`);
    await call(one, (kelisim) => kelisim.withdraw());
    await expect.poll(() => call(other, (kelisim) => kelisim.record()?.via)).toBe('withdraw');
    await expect.poll(async () => (await site.stored(other)).databases).toEqual([]);
    site.clear();
    await severalReports(other);
    expect(site.requests()).toEqual([]);
    expect(await site.stored(other)).toEqual({ cookies: ['kelisim'], local: [], session: [], databases: [] });
  });
}

test('where a browser has neither, a tab follows when it becomes visible', async ({ page, site }) => {
  const [one, other] = await visit(page, site, off('cookieStore') + off('BroadcastChannel'));
  await call(one, (kelisim) => kelisim.refuse());
  await phase(other, 'undecided');
  await turnTo(other);
  await phase(other, 'decided');
  await expect(notice(other)).toBeHidden();
});

test('each tab tells of a decision once', async ({ page, site }) => {
  const tabs = await visit(page, site);
  for (const tab of tabs)
    await tab.evaluate("var told = []; kelisim.on('decided', ({ state }) => told.push(state.record.via))");
  await call(tabs[0], (kelisim) => kelisim.refuse());
  await call(tabs[1], (kelisim) => kelisim.withdraw());
  for (const tab of tabs) await expect.poll(() => tab.evaluate('told')).toEqual(['api', 'withdraw']);
});

test('settings that stand open in another tab show what was decided', async ({ page, site }) => {
  const [one, other] = await visit(page, site);
  await button(other, WORDS.kk.preferences).click();
  const analytics = other.getByRole('switch', { name: 'Аналитика' });
  await expect(analytics).not.toBeChecked();
  await call(one, (kelisim) => kelisim.accept());
  await expect(analytics).toBeChecked();
  await expect(notice(other)).toBeHidden();
});

test('a tab whose file comes late follows what was decided before it was there', async ({ page, site }) => {
  site.add('/p', PAGE);
  const other = await page.context().newPage();
  const letGo = await holdFile(other);
  await other.goto(`${site.siteUrl}/p`);
  await page.goto(`${site.siteUrl}/p`);
  await call(page, (kelisim) => kelisim.refuse());
  await phase(other, 'undecided');
  letGo();
  await phase(other, 'decided');
  await expect(notice(other)).toBeHidden();
});
