import { startDemo } from '../demo/serve.ts';
import type { SiteConfig } from '../src/site/schema.ts';
import {
  buildSite,
  button,
  call,
  expect,
  noStream,
  notice,
  type Page,
  readConfig,
  test,
  WORDS,
} from './support/test.ts';

const DAY = 86_400_000;
const cookies = (page: Page) => page.context().cookies();
const value = async (page: Page) => (await cookies(page)).find(({ name }) => name === 'kelisim')?.value ?? '';
const why = (page: Page) => page.evaluate<string>('kelisim.state.why ?? kelisim.state.phase');

test('before a decision there is no cookie, no record, and no number is drawn', async ({ page, site }) => {
  await page.addInitScript(`window.drawn = 0;
    for (const name of ['getRandomValues', 'randomUUID']) {
      const real = crypto[name];
      crypto[name] = (...args) => { drawn += new Error().stack.includes('/kelisim.js'); return real.apply(crypto, args); };
    }`);
  await page.goto(site.siteUrl, { waitUntil: 'networkidle' });
  await button(page, WORDS.kk.preferences).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await page.evaluate('drawn')).toBe(0);
  expect(await call(page, (kelisim) => kelisim.record())).toBeUndefined();
  expect(await cookies(page)).toEqual([]);
  await call(page, (kelisim) => kelisim.refuse());
  expect(await page.evaluate('drawn')).toBe(1);
});

test('a decision is one cookie of this host: Lax, for every path, for 180 days', async ({ page, site }) => {
  await page.goto(`${site.siteUrl}/nesie/`);
  await button(page, WORDS.kk.refuse).click();
  await expect(notice(page)).toBeHidden();
  const all = await cookies(page);
  expect(all).toEqual([
    expect.objectContaining({ name: 'kelisim', domain: 'localhost', path: '/', sameSite: 'Lax' }),
  ]);
  const record = (await call(page, (kelisim) => kelisim.record())) as NonNullable<
    ReturnType<Window['kelisim']['record']>
  >;
  expect(Date.parse(record.until) - Date.parse(record.at)).toBe(180 * DAY);
  expect(Math.abs((all[0]?.expires ?? 0) * 1000 - Date.parse(record.until))).toBeLessThan(60_000);
  expect(record.id).toMatch(/^[\da-f]{20}$/);
});

test('times in the record are written in UTC', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.refuse());
  const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;
  expect(await call(page, (kelisim) => kelisim.record()?.at)).toMatch(utc);
  expect(await call(page, (kelisim) => kelisim.record()?.until)).toMatch(utc);
});

test.describe('with fifteen trackers', () => {
  const [first] = readConfig().trackers;
  const purposes = ['analytics', 'marketing', 'support', 'media', 'antifraud'] as const;
  const trackers = Array.from({ length: 15 }, (_, index) => ({
    ...(first as SiteConfig['trackers'][number]),
    ...{
      id: `a-tracker-of-long-${index + 10}`,
      purpose: purposes[index % 5] ?? 'media',
      start: [],
      stop: false as const,
    },
  })).map(({ resume: _, ...tracker }) => tracker);
  test.use({ files: buildSite({ ...readConfig(), trackers }) });

  test('the longest record fits into 600 bytes', async ({ page, site }) => {
    await page.goto(site.siteUrl);
    for (const act of ['accept', 'refuse', 'withdraw'] as const) {
      await page.evaluate((name) => window.kelisim[name](), act);
      expect(await page.evaluate('kelisim.record().asked.trackers.length')).toBe(15);
      expect(Buffer.byteLength(`kelisim=${await value(page)}`)).toBeLessThanOrEqual(600);
    }
  });
});

const spoil: [what: string, change: (value: string) => string, why: string][] = [
  ['cut', (kept) => kept.slice(0, -1), 'unreadable'],
  ['cut in the middle', (kept) => kept.slice(0, kept.length / 2), 'unreadable'],
  ['with another date', (kept) => kept.replace(/\|20(\d)/, '|21$1'), 'unreadable'],
  ['with a refusal turned into a yes', (kept) => kept.replaceAll('!', '*'), 'unreadable'],
  ['with one refusal turned into a yes', (kept) => kept.replace('sanaq!', 'sanaq*'), 'unreadable'],
  ['of another format', (kept) => kept.replace(/^1/, '2'), 'unreadable'],
  ['with something behind it', (kept) => `${kept}|`, 'unreadable'],
  ['that is garbage', () => 'garbage', 'unreadable'],
  ['of bars alone', () => '||||||||||', 'unreadable'],
  ['that is a percent sign', () => '%', 'unreadable'],
  ['that is no text', () => '%FF%E0', 'unreadable'],
  ['that says true', () => 'true', 'unreadable'],
  ['of 3500 characters', () => 'x*~'.repeat(1166), 'unreadable'],
  [
    'that is a yes made longer to 3500 characters',
    (kept) => kept.replaceAll('!', '*').replace(/\|\d+$/, (sum) => `${'~x*'.repeat(1060)}${sum}`),
    'unreadable',
  ],
  ['that is empty', () => '', 'first-visit'],
];
for (const [what, change, reason] of spoil)
  test(`a record ${what} is asked for again, and nothing runs`, async ({ page, site }) => {
    await page.goto(site.siteUrl);
    await call(page, (kelisim) => kelisim.refuse());
    const [kept] = await cookies(page);
    const spoilt = change(kept?.value as string);
    expect(spoilt).not.toBe(kept?.value);
    await page.evaluate((text) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the way a hand or a program would spoil it
      document.cookie = `kelisim=${text}; path=/; max-age=999`;
    }, spoilt);
    // The browser is told of it a moment later.
    await expect.poll(() => value(page)).toBe(spoilt);
    await page.reload({ waitUntil: 'networkidle' });
    await expect(notice(page)).toBeVisible();
    expect(site.requests()).toEqual([]);
    expect(await why(page)).toBe(reason);
  });

test('after its term a choice is asked for again, also on a page that stayed open, and nothing runs', async ({
  page,
  site,
}) => {
  await page.clock.install();
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.refuse());
  const now = await page.evaluate(() => Date.now());
  await page.clock.setFixedTime(now + 179 * DAY);
  await page.reload();
  expect(await why(page)).toBe('decided');
  await page.clock.setFixedTime(now + 180 * DAY + 1000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await expect.poll(() => why(page)).toBe('expired');
  await expect(notice(page)).toBeVisible();
  await page.reload({ waitUntil: 'networkidle' });
  await expect(notice(page)).toBeVisible();
  expect(await why(page)).toBe('expired');
  expect(site.requests()).toEqual([]);
});

const config = readConfig();
const fewer = { ...config, trackers: config.trackers.slice(1) };
const title = { ...config.policy.title, kk: `${config.policy.title.kk} (жаңа)` };
const [sanaq, ...others] = config.trackers as [SiteConfig['trackers'][number]];
const abroad = {
  ...config,
  trackers: [{ ...sanaq, provider: { ...sanaq.provider, country: 'US' } }, ...others],
};
const builds: [change: string, before: SiteConfig, after: SiteConfig, state: string][] = [
  ['another title of the policy', config, { ...config, policy: { ...config.policy, title } }, 'revision'],
  ['another country', config, abroad, 'revision'],
  ['another term', config, { ...config, termDays: 179 }, 'revision'],
  ['a new tracker', fewer, config, 'revision'],
  ['a tracker fewer', config, fewer, 'decided'],
  ['another order of trackers', config, { ...config, trackers: config.trackers.toReversed() }, 'decided'],
];
for (const [change, before, after, state] of builds)
  test(`${change} in the configuration ${state === 'revision' ? 'asks' : 'does not ask'} again`, async ({
    page,
  }) => {
    const serve = (site: SiteConfig) =>
      startDemo({ files: buildSite(site), sitePort: 0, trackerPort: 0, pages: noStream });
    const [old, next] = await Promise.all([serve(before), serve(after)]);
    await page.goto(old.siteUrl);
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(() => old.requests().length).toBeGreaterThan(0);
    await page.goto(next.siteUrl, { waitUntil: 'load' });
    expect(await why(page)).toBe(state);
    const asked = state === 'revision';
    await expect(notice(page)).toBeVisible({ visible: asked });
    if (asked) {
      await page.reload({ waitUntil: 'networkidle' });
      await expect(notice(page)).toBeVisible();
      expect(next.requests()).toEqual([]);
    } else await expect.poll(() => next.requests().length).toBeGreaterThan(0);
    await page.close();
    await Promise.all([old.close(), next.close()]);
  });

test('a changed choice keeps its receipt number and tells what was asked and what was granted', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  const record = () =>
    call(page, (kelisim) => kelisim.record() as NonNullable<ReturnType<typeof kelisim.record>>);
  await button(page, WORDS.kk.accept).click();
  const first = await record();
  const asked = {
    purposes: ['analytics', 'marketing', 'support', 'media', 'antifraud'],
    technologies: ['cookies', 'pixels', 'localStorage'],
    trackers: ['sanaq', 'izdeu', 'baspa', 'komek', 'korme', 'qalqan'],
  };
  expect(first).toMatchObject({ v: 1, locale: 'kk', via: 'accept', asked, granted: asked });
  const choice = { purposes: ['marketing'], technologies: ['pixels'], trackers: ['baspa'] } as const;
  await page.evaluate((given) => window.kelisim.save(given as object), choice);
  expect(await record()).toMatchObject({ id: first.id, via: 'api', asked, granted: choice });
  await page.reload();
  expect(await record()).toMatchObject({ id: first.id, via: 'api', asked, granted: choice });
  await call(page, (kelisim) => kelisim.withdraw());
  const none = { purposes: [], technologies: [], trackers: [] };
  expect(await record()).toMatchObject({ id: first.id, via: 'withdraw', asked, granted: none });
  expect((await cookies(page)).filter(({ name }) => name === 'kelisim')).toHaveLength(1);
});

test('two visitors get two receipt numbers', async ({ page, browser, site }) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.refuse());
  const other = await browser.newContext();
  const second = await other.newPage();
  await second.goto(site.siteUrl);
  await call(second, (kelisim) => kelisim.refuse());
  const id = (each: Page) => call(each, (kelisim) => kelisim.record()?.id);
  expect(await id(second)).not.toBe(await id(page));
  await other.close();
});
