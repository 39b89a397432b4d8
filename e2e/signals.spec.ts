import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADS, event, GOOGLE_FIRST, googleUpdate } from './support/presets/google.ts';
import { filesOf } from './support/presets/page.ts';
import { CONTAINER_SNIPPET, choice, MAPPING, openSignals } from './support/signals.ts';
import { call, expect, type Page, phase, test } from './support/test.ts';

const ALL = ['cookies', 'pixels', 'localStorage'];
const ANALYTICS = { use: 'google-analytics', id: 'G-ABCDE12345' };
const CONTAINER = { use: 'google-tag-manager', id: 'GTM-ABC1234', carries: [] };
const CLARITY = { use: 'microsoft-clarity', id: 'abcde12345' };
const METRICA = { use: 'yandex-metrica', id: '12345678' };
const ADS_TAG = { use: 'google-ads', id: 'AW-123456789' };
const CHAT = { use: 'jivo', id: 'AbCdE12345' };

/** All calls and flags since our tag, oldest first. */
const order = (page: Page) =>
  page.evaluate<unknown[][]>(
    `JSON.parse(JSON.stringify(order.map((one) => one.map((part) => part instanceof Date ? '<date>' : part))))`,
  );

/** The event as the tests' own page writes it down. */
const told = (...of: Parameters<typeof event>) => ['dataLayer', event(...of)[1]];
const NOTHING = [googleUpdate(), told([], [], [])];

const save = (page: Page, grants: object) => page.evaluate(`kelisim.save(${JSON.stringify(grants)})`);

/** Google's start of a container; the time in it differs. */
const CONTAINER_STARTS = ['dataLayer', { event: 'gtm.js', 'gtm.start': expect.any(Number) }];

test.describe('of a site with Google', () => {
  test.use({ files: filesOf([ANALYTICS, ADS_TAG, CHAT]) });

  test('the denied default stands first in dataLayer, as arguments, when our tag has run', async ({
    page,
    site,
  }) => {
    await openSignals(page, site);
    const first = await page.evaluate('first');
    expect(first).toEqual(GOOGLE_FIRST.map(([, ...args]) => ['[object Arguments]', ...args]));
  });

  test('Google is told by purpose and technology, once a decision, and nothing of it is loaded', async ({
    page,
    site,
  }) => {
    const asked = await openSignals(page, site);
    const expected: unknown[][] = [];
    for (const [purposes, letters, granted] of MAPPING) {
      const grants = choice(purposes, letters);
      await save(page, grants);
      expected.push(googleUpdate(...granted), told(purposes, grants.technologies, []));
      await expect.poll(() => order(page), `${purposes}, ${letters}`).toEqual(expected);
    }
    await save(page, choice([], 'cpl'));
    await call(page, (kelisim) => kelisim.withdraw());
    await expect.poll(() => order(page)).toEqual([...expected, ...NOTHING]);
    expect(asked).toEqual([]);
  });

  test('Google is told of the denial that a browser gives for its visitor', async ({ page, site }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    await openSignals(page, site);
    await call(page, (kelisim) => kelisim.accept());
    const granted = googleUpdate('analytics_storage', 'functionality_storage', 'personalization_storage');
    await expect.poll(async () => (await order(page))[0]).toEqual(granted);
  });

  test('a stored refusal is told at the start of a page, once, and a second tag of ours changes nothing', async ({
    page,
    site,
  }) => {
    await openSignals(page, site);
    await call(page, (kelisim) => kelisim.refuse());
    await expect.poll(() => order(page)).toEqual(NOTHING);
    const asked = await openSignals(page, site, 'TAG');
    await expect.poll(() => order(page)).toEqual(NOTHING);
    expect(await page.evaluate('dataLayer.length')).toBe(GOOGLE_FIRST.length + NOTHING.length);
    expect(asked).toEqual([]);
  });
});

test.describe('of a site with a container', () => {
  test.use({ files: filesOf([CONTAINER]) });

  const granted = [
    googleUpdate(...ADS),
    told(['marketing'], ALL, ['google-tag-manager']),
    CONTAINER_STARTS,
    ['runs', 'gtm.js'],
  ];

  test('the container runs after Google and tag managers were told, also on the next page', async ({
    page,
    site,
  }) => {
    await openSignals(page, site);
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(() => order(page)).toEqual(granted);
    await openSignals(page, site);
    await expect.poll(() => order(page)).toEqual(granted);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await call(page, (kelisim) => kelisim.accept());
    await call(page, (kelisim) => kelisim.withdraw());
    await expect.poll(() => order(page)).toEqual([...granted, ...NOTHING]);
  });
});

test.describe('of a site whose pages hold the snippet of a container', () => {
  test.use({ files: filesOf([{ ...CONTAINER, start: [] }]) });

  test('it is held until Google and tag managers were told of the yes', async ({ page, site }) => {
    const asked = await openSignals(page, site, CONTAINER_SNIPPET);
    expect(await page.evaluate('first.length')).toBe(GOOGLE_FIRST.length);
    await call(page, (kelisim) => kelisim.refuse());
    await expect.poll(() => order(page)).toEqual([CONTAINER_STARTS, ...NOTHING]);
    expect(asked).toEqual([]);
    await call(page, (kelisim) => kelisim.accept());
    const yes = [googleUpdate(...ADS), told(['marketing'], ALL, ['google-tag-manager'])];
    await expect.poll(() => order(page)).toEqual([CONTAINER_STARTS, ...NOTHING, ...yes, ['runs', 'gtm.js']]);
  });

  test('with a stored yes Google finds the default before it and the update after it', async ({
    page,
    site,
  }) => {
    await openSignals(page, site);
    await call(page, (kelisim) => kelisim.accept());
    await phase(page, 'decided');
    await openSignals(page, site, CONTAINER_SNIPPET);
    const calls = async () => (await order(page)).filter(([name]) => name !== 'runs');
    const yes = [googleUpdate(...ADS), told(['marketing'], ALL, ['google-tag-manager'])];
    await expect.poll(calls).toEqual([CONTAINER_STARTS, ...yes]);
    expect(await page.evaluate('first.length')).toBe(GOOGLE_FIRST.length);
    await expect.poll(async () => (await order(page)).map(([name]) => name)).toContain('runs');
  });
});

test.describe('of a site with vendors that listen to each other', () => {
  test.use({ files: filesOf([ANALYTICS, CLARITY, METRICA, ADS_TAG]) });
  const ids = ['google-analytics', 'microsoft-clarity', 'yandex-metrica'];
  const clarity = (ads: string) => [
    'clarity',
    'consentv2',
    { ad_Storage: ads, analytics_Storage: 'granted' },
  ];

  test('flags come first, then stops, Clarity before Google is denied; Clarity hears of no denial', async ({
    page,
    site,
  }) => {
    await openSignals(page, site);
    const runs = async () => (await order(page)).filter(([name]) => name === 'runs').length;
    await save(page, choice(['analytics'], 'cpl', ids));
    await expect.poll(runs).toBe(3);
    const before = await order(page);
    await save(page, choice(['analytics', 'marketing'], 'cpl', ids));
    const both = [
      googleUpdate('analytics_storage', ...ADS),
      clarity('granted'),
      told(['analytics', 'marketing'], ALL, ids),
    ];
    await expect.poll(() => order(page)).toEqual([...before, ...both]);
    await call(page, (kelisim) => kelisim.withdraw());
    const stops = [
      ['set', 'ga-disable-G-ABCDE12345', true],
      ['set', 'disableYaCounter12345678', true],
      ['clarity', 'stop'],
      ['ym', 12345678, 'destruct'],
    ];
    await expect.poll(() => order(page)).toEqual([...before, ...both, ...stops, ...NOTHING]);
  });
});

test.describe('of a site without anything of Google', () => {
  const files = filesOf([METRICA, CHAT]);
  test.use({ files });

  test('no dataLayer is there before a decision, and from then on nothing but the event', async ({
    page,
    site,
  }) => {
    expect(readFileSync(join(files, 'kelisim.js'), 'utf8')).not.toMatch(/dataLayer|ads_data_redaction/);
    await openSignals(page, site);
    expect(await page.evaluate("'dataLayer' in window")).toBe(false);
    await call(page, (kelisim) => kelisim.refuse());
    await expect.poll(() => page.evaluate('window.dataLayer')).toEqual([event([], [], [])[1]]);
    expect(await page.evaluate("'gtag' in window")).toBe(false);
  });
});
