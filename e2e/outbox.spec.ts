import type { BrowserContext } from '@playwright/test';
import { LOG_PATH, type LogSite, startLogSite } from './support/logSite.ts';
import { test as base, button, call, expect, type Page, readConfig, WORDS } from './support/test.ts';

const test = base.extend<{ log: LogSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  log: async ({}, use) => {
    const log = await startLogSite();
    await use(log);
    await log.close();
  },
});

interface Outbox {
  last: string;
  waiting: { record: { id: string; at: string } }[];
}
const outbox = (page: Page) =>
  page.evaluate<Outbox | null>(`JSON.parse(localStorage.getItem('kelisim.outbox'))`);
const waiting = async (page: Page) => (await outbox(page))?.waiting.length;
const record = (page: Page) => call(page, (kelisim) => kelisim.record());
/** The file with the outbox is there. */
const ready = (page: Page) =>
  page.waitForFunction(`document.querySelector('script[src*="/later-"]')?.kelisim`);
const keysOf = async (page: Page) => {
  const { id, at } = (await record(page)) as { id: string; at: string };
  return `${id} ${at}`;
};

/** What is so after the longest wait between two tries. */
const minutesLater = async <Value>(page: Page, get: () => Value): Promise<Value> => {
  await page.clock.runFor(300_000);
  return get();
};

test('a decision is posted once, with what was told, and nothing before it', async ({ page, log }) => {
  await page.goto(log.url);
  await ready(page);
  await button(page, WORDS.kk.preferences).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(log.posts).toEqual([]);
  expect(await outbox(page)).toBeNull();
  await page.getByRole('dialog').getByRole('button', { name: WORDS.kk.accept }).click();
  await expect.poll(() => log.kept).toEqual([await keysOf(page)]);
  await expect.poll(() => waiting(page)).toBe(0);
  const { operator, policy, trackers } = readConfig();
  expect(log.posts).toEqual([
    {
      record: await record(page),
      told: {
        operator: operator.name,
        bin: operator.bin,
        policy: { protocol: policy.protocol, date: policy.date },
        parties: trackers.map(({ id, provider }) => ({ tracker: id, ...provider })),
        published: false,
        version: expect.any(String),
      },
      origin: log.url,
    },
  ]);
  expect(log.headers[0]).toMatchObject({ 'content-type': 'application/json', origin: log.url });
  expect(log.headers[0]?.cookie).toContain('kelisim=1|');
  await page.reload();
  await ready(page);
  await call(page, (kelisim) => kelisim.withdraw());
  await expect.poll(() => log.kept.length).toBe(2);
  expect(log.posts.map(({ record: { via } }) => via)).toEqual(['accept', 'withdraw']);
});

test('without log.url nothing is posted or kept for it', async ({ page, site }) => {
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().startsWith(site.siteUrl)) posts.push(request.url());
  });
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.refuse).click();
  await ready(page);
  await page.reload({ waitUntil: 'networkidle' });
  expect(posts).toEqual([]);
  expect(await outbox(page)).toBeNull();
});

for (const mood of [500, 502, 503, 404, 429, 'cut'] as const)
  test(`what the log answers with ${mood} is sent again by the next page`, async ({ page, log }) => {
    log.mood = mood;
    await page.goto(log.url);
    await button(page, WORDS.kk.refuse).click();
    await expect.poll(() => log.posts.length).toBeGreaterThan(0);
    expect(await waiting(page)).toBe(1);
    const key = await keysOf(page);
    log.mood = 'keep';
    await page.goto(`${log.url}/ru/`);
    await expect.poll(() => log.kept).toEqual([key]);
    await expect.poll(() => waiting(page)).toBe(0);
  });

test('the same page tries again', async ({ page, log }) => {
  log.mood = 503;
  await page.clock.install();
  await page.goto(log.url);
  await call(page, (kelisim) => kelisim.refuse());
  await expect.poll(() => log.posts.length).toBe(1);
  log.mood = 'keep';
  await expect.poll(() => minutesLater(page, () => log.kept.length)).toBe(1);
});

test('what was decided offline is sent when the line is back, in the order of the decisions', async ({
  page,
  log,
  context,
}) => {
  await page.goto(log.url);
  await ready(page);
  await context.setOffline(true);
  for (const act of ['accept', 'refuse', 'withdraw'] as const)
    await page.evaluate((name) => window.kelisim[name](), act);
  await expect.poll(() => waiting(page)).toBe(3);
  expect(log.posts).toEqual([]);
  await context.setOffline(false);
  await expect.poll(() => log.kept.length).toBe(3);
  const times = log.posts.map(({ record: { at } }) => at);
  expect(times).toEqual([...times].sort());
  await expect.poll(() => waiting(page)).toBe(0);
});

test('an answer that never came does not make two of one', async ({ page, log }) => {
  log.mood = 'silent';
  await page.goto(log.url);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => log.kept.length).toBe(1);
  log.mood = 'keep';
  await page.goto(`${log.url}/ru/`);
  await expect.poll(() => waiting(page)).toBe(0);
  expect(log.posts.length).toBe(2);
  expect(log.kept.length).toBe(1);
});

test('a tab that is closed with the press has sent it, or the next page does', async ({ context, log }) => {
  const page = await context.newPage();
  await page.goto(log.url);
  await ready(page);
  await call(page, (kelisim) => kelisim.refuse());
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto(log.url);
  await expect.poll(() => log.kept.length).toBe(1);
  expect(log.kept).toEqual([await keysOf(next)]);
});

test('a decision of a page that had no time to load the outbox is found by the next page', async ({
  page,
  log,
}) => {
  await page.route('**/later-*.js', (route) => route.abort());
  await page.goto(log.url);
  await call(page, (kelisim) => kelisim.refuse());
  const key = await keysOf(page);
  expect(log.posts).toEqual([]);
  await page.unroute('**/later-*.js');
  await page.goto(log.url);
  await expect.poll(() => log.kept).toEqual([key]);
});

/** The visitor turns to this tab, which reads the record again. */
const comeBack = (tab: Page) => tab.evaluate(`dispatchEvent(new Event('visibilitychange'))`);

const both = async (context: BrowserContext, url: string) => {
  const tabs = [await context.newPage(), await context.newPage()] as const;
  for (const tab of tabs) {
    await tab.goto(url);
    await ready(tab);
  }
  return tabs;
};

test('each decision of two tabs is kept once', async ({ context, log }) => {
  const [one, two] = await both(context, log.url);
  await call(one, (kelisim) => kelisim.accept());
  // What one tab stores comes to another with a delay.
  await expect.poll(() => waiting(two)).toBe(0);
  await comeBack(two);
  await expect.poll(() => two.evaluate('kelisim.state.phase')).toBe('decided');
  await call(two, (kelisim) => kelisim.withdraw());
  await comeBack(one);
  await expect.poll(() => one.evaluate('kelisim.record().via')).toBe('withdraw');
  await expect.poll(() => log.kept.length).toBe(2);
  await expect.poll(() => waiting(one)).toBe(0);
  // A tab that does not see yet what the other has stored may send it once more: the log keeps it once.
  expect([...new Set(log.posts.map(({ record: { via } }) => via))]).toEqual(['api', 'withdraw']);
  expect(log.kept.length).toBe(2);
});

/** The posts that this tab sends, by their act. */
const sentBy = (tab: Page) => {
  const acts: string[] = [];
  tab.on('request', (request) => {
    if (request.url().endsWith(LOG_PATH)) acts.push(request.postDataJSON().record.via);
  });
  return acts;
};

/** Two tabs; the first has no time to load the outbox before `release`, and decides. */
const decideEarly = async (context: BrowserContext, url: string) => {
  const [one, two] = [await context.newPage(), await context.newPage()];
  await two.clock.install();
  await two.goto(url);
  await ready(two);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await one.route('**/later-*.js', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await one.goto(url);
  await call(one, (kelisim) => kelisim.refuse());
  await expect.poll(() => two.evaluate('kelisim.state.phase')).toBe('decided');
  return { one, two, release };
};

test('a tab that follows leaves the post to the tab that has decided', async ({ context, log }) => {
  const { one, two, release } = await decideEarly(context, log.url);
  const [byOne, byTwo] = [sentBy(one), sentBy(two)];
  expect(log.posts).toEqual([]);
  release();
  await expect.poll(() => log.kept.length).toBe(1);
  await expect.poll(() => waiting(two)).toBe(0);
  await minutesLater(two, () => {});
  await call(two, (kelisim) => kelisim.withdraw());
  await expect.poll(() => log.kept.length).toBe(2);
  await expect.poll(() => [byOne, byTwo]).toEqual([['api'], ['withdraw']]);
});

test('a tab that follows posts what the tab that has decided left unsent', async ({ context, log }) => {
  const { one, two } = await decideEarly(context, log.url);
  const byTwo = sentBy(two);
  await one.close();
  expect(log.posts).toEqual([]);
  await minutesLater(two, () => {});
  await expect.poll(() => log.kept).toEqual([await keysOf(two)]);
  await expect.poll(() => byTwo).toEqual(['api']);
});

test('what two tabs send at the same time is kept once', async ({ context, log }) => {
  log.mood = 503;
  const [one, two] = await both(context, log.url);
  for (let count = 0; count < 6; count++) {
    const before = await one.evaluate('Date.now()');
    await one.waitForFunction((time) => Date.now() > Number(time), before);
    await call(one, (kelisim) => kelisim.refuse());
  }
  await expect.poll(() => waiting(one)).toBe(6);
  const made = (await outbox(one))?.waiting.map(({ record: { id, at } }) => `${id} ${at}`);
  log.mood = 'keep';
  await Promise.all([one, two].map((tab) => tab.evaluate(`dispatchEvent(new Event('online'))`)));
  await expect.poll(() => waiting(one)).toBe(0);
  expect(log.kept).toEqual(made);
});

test('the outbox holds 20 at most, the oldest ones, and records only', async ({ page, log }) => {
  log.mood = 503;
  await page.clock.install();
  await page.goto(log.url);
  await ready(page);
  const made: string[] = [];
  for (let count = 0; count < 25; count++) {
    await page.clock.runFor(1);
    await call(page, (kelisim) => kelisim.refuse());
    made.push(await keysOf(page));
  }
  expect(new Set(made).size).toBe(25);
  const stored = (await outbox(page)) as Outbox;
  expect(stored.waiting.map(({ record: { id, at } }) => `${id} ${at}`)).toEqual(made.slice(0, 20));
  expect(Object.keys(stored.waiting[0] as object).sort()).toEqual(['origin', 'record', 'told']);
  // What the list had no room for is still known to the page that made it.
  log.mood = 'keep';
  await expect.poll(() => minutesLater(page, () => log.kept)).toEqual(made);
});

for (const status of [400, 409, 413, 422])
  test(`what the log refuses with ${status} is not sent again, and said once`, async ({
    page,
    log,
    warnings,
  }) => {
    log.mood = status;
    await page.goto(log.url);
    await button(page, WORDS.kk.refuse).click();
    await expect.poll(() => waiting(page)).toBe(0);
    await page.reload({ waitUntil: 'networkidle' });
    await ready(page);
    expect(log.posts.length).toBe(1);
    expect(warnings.filter((text) => text.includes('log.url'))).toHaveLength(1);
  });

test('an answer that is not the log is not taken for it', async ({ page, log }) => {
  await page.route(`**${LOG_PATH}`, (route) => route.fulfill({ status: 200, body: '<h1>Қош келдіңіз</h1>' }));
  await page.goto(log.url);
  const answered = page.waitForResponse(`**${LOG_PATH}`);
  await button(page, WORDS.kk.refuse).click();
  await answered;
  await page.unroute(`**${LOG_PATH}`);
  await page.reload();
  await expect.poll(() => log.kept.length).toBe(1);
});

test.describe('what is stored under its name by others', () => {
  for (const text of ['', '{', 'null', '[]', '{"waiting":7}', '{"last":1,"waiting":[null,{"record":{}}]}'])
    test(`does no harm: ${text}`, async ({ page, log }) => {
      await page.addInitScript((value) => {
        if (!document.cookie.includes('kelisim=')) localStorage.setItem('kelisim.outbox', value);
      }, text);
      await page.goto(log.url);
      await button(page, WORDS.kk.refuse).click();
      const key = await keysOf(page);
      await expect.poll(() => log.kept).toContain(key);
    });
});

test('where nothing can be stored a decision is sent by the page that made it, and by no other', async ({
  page,
  log,
}) => {
  await page.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })`,
  );
  await page.goto(log.url);
  await button(page, WORDS.kk.refuse).click();
  await expect.poll(() => log.kept.length).toBe(1);
  await page.reload({ waitUntil: 'networkidle' });
  await ready(page);
  await call(page, (kelisim) => kelisim.withdraw());
  await expect.poll(() => log.posts.map(({ record: { via } }) => via)).toEqual(['refuse', 'withdraw']);
});

test('where nothing can be stored a tab that follows sends nothing', async ({ context, log }) => {
  await context.addInitScript(
    `Object.defineProperty(window, 'localStorage', { get() { throw new Error('off'); } })`,
  );
  const [one, two] = [await context.newPage(), await context.newPage()];
  await two.clock.install();
  for (const tab of [one, two]) {
    await tab.goto(log.url);
    await ready(tab);
  }
  const byTwo = sentBy(two);
  await call(one, (kelisim) => kelisim.refuse());
  await expect.poll(() => two.evaluate('kelisim.state.phase')).toBe('decided');
  await expect.poll(() => log.kept.length).toBe(1);
  await minutesLater(two, () => {});
  await call(two, (kelisim) => kelisim.withdraw());
  await expect.poll(() => log.kept.length).toBe(2);
  await expect.poll(() => byTwo).toEqual(['withdraw']);
});

test('the press is not held up by a log that hangs', async ({ page, log }) => {
  log.mood = 'silent';
  await page.goto(log.url);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => page.evaluate('kelisim.allows("sanaq")')).toBe(true);
  await expect.poll(() => log.demo.requests().length).toBeGreaterThan(0);
});
