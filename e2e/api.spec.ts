import {
  button,
  call,
  expect,
  notice,
  type Page,
  phase,
  readConfig,
  type Site,
  test,
  uncaught,
  WORDS,
} from './support/test.ts';
import { saidByTypes } from './support/types.ts';

const TRACKERS = readConfig().trackers.map(({ id }) => id);
const PURPOSES = ['analytics', 'marketing', 'support', 'media', 'antifraud'];
const TECHNOLOGIES = ['cookies', 'pixels', 'localStorage'];
const NONE = { purposes: [], technologies: [], trackers: [] };

/** Opens a page of ours; `before` runs in front of our tag. */
async function visit(page: Page, site: Site, before = '') {
  const errors = uncaught(page);
  site.add('/p', `<html lang="kk"><title>p</title><script>var told = []; ${before}</script>TAG<body><p>page`);
  await page.goto(`${site.siteUrl}/p`);
  return errors;
}

const told = (page: Page) => page.evaluate<unknown[]>('told');
const granted = (page: Page) => page.evaluate('kelisim.record().granted');
const allowed = (page: Page, names: string[]) =>
  page.evaluate((each) => each.filter((name) => window.kelisim.allows(name)), names);
const STRANGE = ['', 'nobody', 'constructor', '__proto__', 'toString', 'sanaq*', '*', 'undefined'];

test('state, record and allows() tell what is granted, by tracker, purpose and technology', async ({
  page,
  site,
}) => {
  await visit(page, site);
  const names = [...TRACKERS, ...PURPOSES, ...TECHNOLOGIES, ...STRANGE];
  expect(await call(page, (kelisim) => kelisim.state)).toEqual({ phase: 'undecided', why: 'first-visit' });
  expect(await call(page, (kelisim) => kelisim.record())).toBeUndefined();
  expect(await allowed(page, names)).toEqual([]);
  expect(await call(page, (kelisim) => kelisim.accept())).toBe(true);
  expect(await allowed(page, names)).toEqual([...TRACKERS, ...PURPOSES, ...TECHNOLOGIES]);
  expect(await page.evaluate('kelisim.state.record === kelisim.record() && kelisim.record().via')).toBe(
    'api',
  );
  expect(await call(page, (kelisim) => kelisim.refuse())).toBe(true);
  expect(await allowed(page, names)).toEqual([]);
  const choice = {
    purposes: ['marketing', 'support'],
    technologies: ['pixels'],
    trackers: ['baspa', 'komek'],
  };
  expect(await page.evaluate((given) => window.kelisim.save(given as object), choice)).toBe(true);
  expect(await granted(page)).toEqual(choice);
  // komek needs local storage, too.
  expect(await allowed(page, names)).toEqual(['baspa', 'marketing', 'support', 'pixels']);
  expect(await call(page, (kelisim) => kelisim.withdraw())).toBe(true);
  expect(await granted(page)).toEqual(NONE);
  expect(await page.evaluate('kelisim.record().via')).toBe('withdraw');
});

test('allows() of what is no name is false and does not throw into the page', async ({ page, site }) => {
  await visit(page, site);
  await call(page, (kelisim) => kelisim.accept());
  const answers = `[undefined, null, 7, {}, []].map((name) => {
    try { return kelisim.allows(name) } catch (cause) { return String(cause) } })`;
  expect(await page.evaluate(answers)).toEqual([false, false, false, false, false]);
});

const SAVES: [argument: string, granted: object][] = [
  ['', NONE],
  ['undefined', NONE],
  ['null', NONE],
  ["'sanaq'", NONE],
  ['7', NONE],
  ["['sanaq', 'analytics', 'cookies']", NONE],
  ['{ purposes: null, technologies: undefined, trackers: 7 }', NONE],
  ['{ purposes: { length: 1 }, trackers: [null, {}, []] }', NONE],
  ["{ trackers: ['nobody', 'constructor', '__proto__', '*', 'sanaq*'] }", NONE],
  ["{ purposes: ['analytics'] }", { ...NONE, purposes: ['analytics'] }],
  ["{ technologies: ['pixels', 'pixels'] }", { ...NONE, technologies: ['pixels'] }],
  ["{ trackers: ['qalqan', 'sanaq', 'nobody'] }", { ...NONE, trackers: ['sanaq', 'qalqan'] }],
  ["{ purposes: ['analytics', 'sanaq', 'cookies'] }", { ...NONE, purposes: ['analytics'] }],
  ["{ more: ['sanaq', 'analytics', 'cookies', 'pixels', 'localStorage'] }", NONE],
];
for (const [argument, expected] of SAVES)
  test(`save(${argument}) grants nothing that it does not name, and does not throw`, async ({
    page,
    site,
  }) => {
    const errors = await visit(page, site);
    const answer = `(() => { try { return kelisim.save(${argument}) } catch (cause) { return String(cause) } })()`;
    expect(await page.evaluate(answer)).toBe(true);
    expect(await granted(page)).toEqual(expected);
    expect(await allowed(page, TRACKERS)).toEqual([]);
    expect(site.requests()).toEqual([]);
    expect(errors).toEqual([]);
  });

test('open() shows each view, close() hides it, and neither decides', async ({ page, site }) => {
  await visit(page, site);
  const dialog = page.getByRole('dialog');
  await call(page, (kelisim) => kelisim.close());
  await expect(notice(page)).toBeHidden();
  await call(page, (kelisim) => kelisim.open());
  await expect(dialog.getByRole('switch').first()).toBeVisible();
  await call(page, (kelisim) => kelisim.open('policy'));
  await expect(dialog.getByRole('switch')).toHaveCount(0);
  await expect(dialog.getByRole('heading').first()).toBeVisible();
  await call(page, (kelisim) => kelisim.close());
  await expect(dialog).toBeHidden();
  await call(page, (kelisim) => kelisim.open('notice'));
  await expect(notice(page)).toBeVisible();
  await phase(page, 'undecided');
  await call(page, (kelisim) => kelisim.refuse());
  await expect(notice(page)).toBeHidden();
  await call(page, (kelisim) => kelisim.open('notice'));
  await expect(notice(page)).toBeVisible();
  expect(site.requests()).toEqual([]);
  expect((await site.stored(page)).local).toEqual([]);
});

test('setLanguage() switches at once, is remembered, and ignores what is no language here', async ({
  page,
  site,
}) => {
  const errors = await visit(page, site);
  await expect(button(page, WORDS.kk.accept)).toBeVisible();
  await page.evaluate("kelisim.setLanguage('en'); kelisim.setLanguage(); kelisim.setLanguage(null)");
  await expect(button(page, WORDS.kk.accept)).toBeVisible();
  expect((await site.stored(page)).local).toEqual([]);
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await expect(button(page, WORDS.ru.accept)).toBeVisible();
  await expect(button(page, WORDS.kk.accept)).toHaveCount(0);
  await page.reload();
  await expect(button(page, WORDS.ru.accept)).toBeVisible();
  await call(page, (kelisim) => kelisim.refuse());
  expect(await page.evaluate('kelisim.record().locale')).toBe('ru');
  expect((await site.stored(page)).local).toEqual(['kelisim.locale']);
  expect(errors).toEqual([]);
});

const LISTEN = `for (const name of ['ready', 'notice', 'decided'])
  document.addEventListener('kelisim:' + name, ({ detail }) => told.push([name, detail]));`;

test('the document is told of ready, notice and decided, each with what it is about', async ({
  page,
  site,
}) => {
  await visit(page, site, LISTEN);
  const undecided = { phase: 'undecided', why: 'first-visit' };
  await expect
    .poll(async () => (await told(page)).sort())
    .toEqual([
      ['notice', { locale: 'kk' }],
      ['ready', { state: undecided }],
    ]);
  await page.evaluate(() =>
    window.kelisim.save({ purposes: ['marketing'], technologies: ['pixels'], trackers: ['baspa'] }),
  );
  await expect.poll(async () => (await told(page)).length).toBe(3);
  const state = {
    phase: 'decided',
    record: expect.objectContaining({
      via: 'api',
      granted: expect.objectContaining({ trackers: ['baspa'] }),
    }),
  };
  expect((await told(page))[2]).toEqual(['decided', { state, previous: undecided, running: [] }]);
  await page.reload();
  await expect.poll(() => told(page)).toEqual([['ready', { state }]]);
});

test('on() tells every time until it is taken back, and of ready also late', async ({ page, site }) => {
  await visit(page, site);
  await page.evaluate(`kelisim.on('ready', ({ state }) => told.push(state.phase));
    var off = kelisim.on('decided', ({ state }) => told.push('first ' + state.record.via));
    kelisim.on('decided', ({ state }) => told.push('second ' + state.record.via));`);
  await expect.poll(() => told(page)).toEqual(['undecided']);
  await call(page, (kelisim) => kelisim.refuse());
  await expect.poll(() => told(page)).toEqual(['undecided', 'first api', 'second api']);
  await page.evaluate('off(); off(); kelisim.withdraw()');
  await expect.poll(() => told(page)).toEqual(['undecided', 'first api', 'second api', 'second withdraw']);
});

test('who takes back a listener at once is not told of ready any more', async ({ page, site }) => {
  await visit(page, site);
  await page.evaluate(
    `kelisim.on('ready', () => told.push('taken back'))(); kelisim.on('ready', () => told.push('kept'));`,
  );
  await expect.poll(() => told(page)).toContain('kept');
  expect(await told(page)).toEqual(['kept']);
});

test('a listener that throws breaks neither another one nor the banner', async ({ page, site }) => {
  const boom = "() => { throw new Error('of a listener') }";
  const errors = await visit(
    page,
    site,
    `for (const name of ['ready', 'notice', 'decided']) document.addEventListener('kelisim:' + name, ${boom});`,
  );
  await expect(notice(page)).toBeVisible();
  await page.evaluate(
    `kelisim.on('ready', ${boom}); kelisim.on('decided', ${boom}); kelisim.on('decided', () => told.push('told'));`,
  );
  await button(page, WORDS.kk.accept).click();
  await expect(notice(page)).toBeHidden();
  await expect.poll(() => told(page)).toEqual(['told']);
  await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
  expect([...new Set(errors.map(({ message }) => message))]).toEqual(['of a listener']);
});

test('calls from before are run in order, and one that throws does not break the next', async ({
  page,
  site,
  warnings,
}) => {
  const errors = await visit(
    page,
    site,
    `window.kelisim = [
    ['on', 'ready', () => told.push('ready')], ['on', 'decided', ({ state }) => told.push(state.record.via)],
    (kelisim) => told.push('function ' + kelisim.state.phase), () => { throw new Error('of a call') }, ['nothing'], 7, null,
    ['setLanguage', 'ru'], ['save', { trackers: ['sanaq'] }], (kelisim) => told.push('last ' + kelisim.record().granted.trackers)];`,
  );
  const calls = async () => (await told(page)).filter((text) => /function|last|pushed/.test(String(text)));
  await expect
    .poll(async () => (await told(page)).sort())
    .toEqual(['api', 'function undecided', 'last sanaq', 'ready']);
  expect(await calls()).toEqual(['function undecided', 'last sanaq']);
  expect(await page.evaluate('kelisim.record().locale')).toBe('ru');
  expect(warnings.filter((text) => text.includes('of a call'))).toHaveLength(1);
  expect(site.requests()).toEqual([]);
  expect(errors).toEqual([]);
  await page.evaluate("kelisim.push(['withdraw'], () => told.push('pushed'))");
  await expect.poll(() => told(page)).toEqual(expect.arrayContaining(['pushed', 'withdraw']));
  expect(await calls()).toEqual(['function undecided', 'last sanaq', 'pushed']);
});

const USE = `/// <reference path="./kelisim.d.ts" />
import type { ConsentRecord, Kelisim } from './kelisim.js';
const kelisim: Kelisim = window.kelisim;
const record: ConsentRecord | undefined = kelisim.record();
const done: boolean = kelisim.save({ trackers: ['sanaq'], purposes: ['analytics'] }) && kelisim.allows('cookies');
const off: () => void = kelisim.on('decided', ({ state, running }) => [state.phase, running.length]);
kelisim.push(['accept'], (each) => each.open('policy'), ['on', 'ready', off]);
document.addEventListener('kelisim:notice', ({ detail }) => detail.locale === 'kk' && done && record);
// @ts-expect-error no such view
kelisim.open('settings');
// @ts-expect-error no such purpose
kelisim.save({ purposes: ['fun'] });
// @ts-expect-error no such method
kelisim.push(['nothing']);
// @ts-expect-error not to be written
kelisim.state = { phase: 'undecided', why: 'expired' };
`;

test('the shipped kelisim.d.ts types the API, right uses and wrong ones', () => {
  expect(saidByTypes(USE)).toBe('');
});
