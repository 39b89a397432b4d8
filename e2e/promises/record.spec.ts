import { type LogSite, startLogSite } from '../support/logSite.ts';
import { readConfig } from '../support/test.ts';
import { test as base, expect, isShown, shown } from './visitor.ts';

/* Promise 6: the record proves the choice, the visitor can read and keep it, and the operator's log gets it. */

const test = base.extend<{ log: LogSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  log: async ({}, use) => {
    const log = await startLogSite();
    await use(log);
    await log.close();
  },
});

const DAY = 86_400;
const { operator, trackers } = readConfig();
const PURPOSES = ['analytics', 'marketing', 'support', 'media', 'antifraud'];
const TECHNOLOGIES = ['cookies', 'pixels', 'localStorage'];
const all = { purposes: PURPOSES, technologies: TECHNOLOGIES, trackers: trackers.map(({ id }) => id) };

test('a choice is one cookie of this host, Lax, for every path, for 180 days, and tells what was asked', async ({
  visitor,
}) => {
  await visitor.meet();
  await visitor.press('[data-act=accept]');
  await visitor.until('kelisim.state.phase', 'decided');
  const [cookie, ...others] = (await visitor.engine.cookies()).filter(({ name }) => name === 'kelisim');
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ path: '/', sameSite: 'Lax' });
  expect(Math.abs((cookie?.expires ?? 0) - Date.now() / 1000 - 180 * DAY)).toBeLessThan(60);
  const record = await visitor.ask<Record<string, string>>('kelisim.record()');
  expect(record).toMatchObject({ v: 1, via: 'accept', locale: 'kk', asked: all, granted: all });
  expect(record.id).toMatch(/^[0-9a-f]{20}$/);
  expect(Date.parse(record.until as string) - Date.parse(record.at as string)).toBe(180 * DAY * 1000);
});

test('the panel shows the receipt and hands it out, for people and for machines', async ({ visitor }) => {
  await visitor.meet();
  await visitor.press('[data-act=refuse]');
  await visitor.until('kelisim.state.phase', 'decided');
  await visitor.ask("kelisim.open('preferences')");
  await visitor.until(isShown('dialog a[download]'), true);
  const { id } = await visitor.ask<{ id: string }>('kelisim.record()');
  expect(await visitor.ask(`${shown('dialog')}.textContent`)).toContain(id.replace(/.{4}(?=.)/g, '$&-'));
  const files = await visitor.ask<
    string[]
  >(`Promise.all([...${shown('dialog')}.querySelectorAll('a[download]')]
    .map((link) => fetch(link.href).then((answer) => answer.text())))`);
  expect(files).toHaveLength(2);
  for (const file of files)
    for (const words of [operator.bin, operator.name.kk, operator.name.ru] as string[])
      expect(file).toContain(words.replaceAll('"', '\\"'));
});

test('each decision is posted once to the log of the site, with what was told', async ({ visitor, log }) => {
  await visitor.engine.open(log.url);
  await visitor.until(isShown('.notice'), true);
  expect(log.posts).toEqual([]);
  await visitor.press('[data-act=refuse]');
  await expect.poll(() => log.kept).toHaveLength(1);
  await visitor.ask('void kelisim.accept()');
  await expect.poll(() => log.kept).toHaveLength(2);
  await visitor.until(`JSON.parse(localStorage.getItem('kelisim.outbox')).waiting`, []);
  expect(log.posts.map(({ record }) => record.via)).toEqual(['refuse', 'api']);
  const parties = trackers.map(({ id, provider }) => ({ tracker: id, ...provider }));
  expect(log.posts[1]).toMatchObject({
    record: await visitor.ask('kelisim.record()'),
    told: { operator: operator.name, bin: operator.bin, parties },
    origin: log.url,
  });
});
