import type { TrackerConfig } from '../src/site/schema.ts';
import {
  ALL_STORED,
  ALL_TRACKERS,
  buildSite,
  button,
  call,
  expect,
  type Page,
  readConfig,
  type Site,
  test,
} from './support/test.ts';

const RELOAD = 'Парақшаны жаңарту';
const alert = (page: Page) => page.locator('kelisim-consent').getByRole('alert');

/** How often the second origin heard from a tracker. */
const count = (site: Site, path: string) =>
  site.requests().filter((request) => request.path.startsWith(path)).length;

/** Waits for so many further reports: the time in which another tracker would have sent its own. */
async function ticks(site: Site, path: string, more: number) {
  const before = count(site, path);
  await expect.poll(() => count(site, path), { timeout: 20_000 }).toBeGreaterThanOrEqual(before + more);
}

/** Runs an act and waits until its withdrawal is done. Returns the ids of trackers that go on. */
const decided = (page: Page, act: string) =>
  page.evaluate<string[]>(
    `new Promise((done) => { kelisim.on('decided', ({ running }) => done(running)); kelisim.${act}; })`,
  );

/** The choice of everything but these trackers. */
const allBut = (...ids: string[]) => {
  const trackers = ALL_TRACKERS.filter((id) => !ids.includes(id));
  const purposes = ['analytics', 'marketing', 'support', 'media', 'antifraud'];
  return `save(${JSON.stringify({ purposes, technologies: ['cookies', 'pixels', 'localStorage'], trackers })})`;
};

const listCookies = async (page: Page) =>
  (await page.context().cookies()).map(({ name, domain, path }) => `${name} ${domain}${path}`).sort();

/** Plants what is nobody's, and what only looks like a tracker's. */
const plantForeign = () =>
  new Promise<void>((resolve) => {
    for (const name of ['own', 'x_sq_id', '_iz_uid2', 'kelisim2']) {
      // biome-ignore lint/suspicious/noDocumentCookie: the page writes it this way
      document.cookie = `${name}=1; path=/`;
    }
    for (const key of ['own', '_sq', 'x_sq_uid', 'komek', 'qalqanXdevice', '_iz_last2'])
      localStorage[key] = '1';
    sessionStorage.own = '1';
    let open = 0;
    for (const name of ['own-db', 'sanaq-db2', 'qalqan2']) {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        request.result.close();
        if (++open === 3) resolve();
      };
    }
  });
const FOREIGN = {
  cookies: ['_iz_uid2', 'kelisim2', 'own', 'x_sq_id'],
  local: ['_iz_last2', '_sq', 'komek', 'own', 'qalqanXdevice', 'x_sq_uid'],
  session: ['own'],
  databases: ['own-db', 'qalqan2', 'sanaq-db2'],
};

test('cookies of the parent domain, of the host and of the path are erased, unrelated ones stay', async ({
  page,
  site,
}) => {
  const { port } = new URL(site.siteUrl);
  site.add('/jarna/', '<!doctype html><html lang="kk"><title>Бет</title>TAG');
  await page.goto(`http://www.akshamat.kz:${port}/jarna/`);
  await call(page, (kelisim) => kelisim.accept());
  await expect
    .poll(() => listCookies(page))
    .toEqual(
      expect.arrayContaining([
        '_sq_id .akshamat.kz/',
        '_sq_path www.akshamat.kz/jarna/',
        '_sq_ses www.akshamat.kz/',
      ]),
    );
  await expect.poll(() => listCookies(page)).toContain('_iz_uid www.akshamat.kz/');
  await page.evaluate(() => {
    for (const scope of ['domain=akshamat.kz; path=/jarna', 'domain=www.akshamat.kz; path=/', 'path=/jarna'])
      for (const name of ['_iz_uid', 'own']) {
        // biome-ignore lint/suspicious/noDocumentCookie: a tracker writes it this way
        document.cookie = `${name}=1; ${scope}`;
      }
  });
  await decided(page, 'withdraw()');
  const own = ['own .akshamat.kz/jarna', 'own .www.akshamat.kz/', 'own www.akshamat.kz/jarna'];
  await expect.poll(() => listCookies(page)).toEqual(['kelisim .akshamat.kz/', ...own]);
});

test('names that only look like declared ones stay, and so does what nobody declared', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await page.evaluate(plantForeign);
  await call(page, (kelisim) => kelisim.accept());
  await expect
    .poll(async () => (await site.stored(page)).local)
    .toEqual(expect.arrayContaining(ALL_STORED.local));
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: a tracker writes it this way
    document.cookie = '_sq_id=1; path=/; secure; partitioned';
  });
  await decided(page, 'withdraw()');
  await expect
    .poll(() => site.stored(page))
    .toEqual({ ...FOREIGN, cookies: [...FOREIGN.cookies, 'kelisim'].sort() });
});

test('what trackers left here before is erased without any choice, the rest stays', async ({
  page,
  site,
}) => {
  site.add('/before', '<title>before</title>');
  await page.goto(`${site.siteUrl}/before`);
  await page.evaluate(plantForeign);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        // biome-ignore lint/suspicious/noDocumentCookie: a tracker writes it this way
        for (const name of ['_sq_id', '_iz_uid']) document.cookie = `${name}=1; path=/; max-age=999`;
        for (const key of ['_iz_last', 'komek_visitor', 'qalqan.device']) localStorage[key] = '1';
        sessionStorage._sq_tab = '1';
        indexedDB.open('sanaq-db').onsuccess = resolve;
      }),
  );
  await page.goto(site.siteUrl);
  await expect.poll(() => site.stored(page)).toEqual(FOREIGN);
  expect(await call(page, (kelisim) => kelisim.state)).toEqual({ phase: 'undecided', why: 'first-visit' });
  expect(site.requests()).toEqual([]);
});

test('one tracker withdrawn ends alone: its requests stop and its stores go, the others go on', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.accept());
  await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
  await ticks(site, '/sanaq/c', 2);
  expect(await decided(page, allBut('sanaq'))).toEqual([]);
  await ticks(site, '/izdeu/c', 1);
  site.clear();
  await ticks(site, '/izdeu/c', 2);
  expect(site.heard()).toEqual(['izdeu', 'komek']);
  expect(await site.stored(page)).toEqual({
    cookies: ['_iz_uid', 'kelisim'],
    local: ['_iz_last', 'komek_pages', 'komek_visitor', 'qalqan.device'],
    session: [],
    databases: ['qalqan'],
  });
  await expect(alert(page)).toBeHidden();
});

test('granted again without a reload, a stopped tracker goes on and is not loaded twice', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.accept());
  await ticks(site, '/sanaq/c', 2);
  await decided(page, allBut('sanaq', 'izdeu'));
  expect(await page.evaluate('izdeuDisabled')).toBe(true);
  await expect.poll(async () => (await site.stored(page)).cookies).toEqual(['kelisim']);
  await decided(page, 'accept()');
  expect(await page.evaluate('izdeuDisabled')).toBe(false);
  await ticks(site, '/sanaq/c', 2);
  await ticks(site, '/izdeu/c', 1);
  await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
  for (const file of ['/sanaq.js', '/izdeu-base.js', '/izdeu-events.js', '/komek.js', '/qalqan.mjs'])
    expect(`${file} ${count(site, file)}`).toBe(`${file} 1`);
});

test('a tracker that offers no way to stop it is cut off: it is not named, and it falls silent', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.accept());
  await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
  await ticks(site, '/komek/c', 1);
  expect(await decided(page, allBut('komek'))).toEqual([]);
  site.clear();
  // It reports every three seconds, another one every second.
  await ticks(site, '/sanaq/c', 7);
  expect(site.heard()).not.toContain('komek');
  expect((await site.stored(page)).local).not.toContain('komek_visitor');
  await expect(alert(page)).toBeHidden();
});

test.describe('with the guard off', () => {
  test.use({ files: buildSite({ ...readConfig(), guard: 'off' }) });

  test('a tracker that cannot be stopped is named, what it writes is erased, and a reload ends it', async ({
    page,
    site,
  }) => {
    await page.goto(site.siteUrl);
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(() => site.stored(page)).toEqual(ALL_STORED);
    expect(await decided(page, 'withdraw()')).toEqual(['komek']);
    await expect(alert(page)).toContainText('Komek Chat');
    await expect(alert(page)).not.toContainText(/Sanaq|Izdeu|Baspa|Korme|Qalqan/);
    await ticks(site, '/komek/c', 1);
    await expect
      .poll(() => site.stored(page))
      .toEqual({ cookies: ['kelisim'], local: [], session: [], databases: [] });
    const loaded = page.waitForEvent('load');
    await button(page, RELOAD).click();
    await loaded;
    site.clear();
    await page.reload({ waitUntil: 'networkidle' });
    await expect(alert(page)).toBeHidden();
    expect(site.requests()).toEqual([]);
    expect(await site.stored(page)).toEqual({ cookies: ['kelisim'], local: [], session: [], databases: [] });
  });
});

test('the page inside a frame is taken away, leaves no step in the history, and comes back', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  const frame = page.locator('iframe[data-kelisim=korme]');
  const inside = () =>
    page
      .frames()
      .map((each) => each.url())
      .slice(1);
  const video = `${site.trackerUrl}/korme/video.html`;
  await decided(page, allBut());
  await expect(frame).toHaveAttribute('src', video);
  await expect.poll(inside).toEqual([video]);
  const steps = await page.evaluate('history.length');
  await decided(page, allBut('korme'));
  await expect(frame).not.toHaveAttribute('src');
  await expect.poll(inside).not.toContain(video);
  expect(await page.evaluate('history.length')).toBe(steps);
  await decided(page, allBut());
  await expect.poll(inside).toEqual([video]);
  expect(count(site, '/korme/video.html')).toBe(2);
});

const tracker = (id: string, more: Partial<TrackerConfig>): TrackerConfig => ({
  ...{ id, name: `Name of ${id}`, purpose: 'analytics', uses: ['cookies', 'localStorage'] },
  ...{ description: { kk: 'Сынақ', ru: 'Проверка' }, provider: { name: 'Сынақ', country: 'KZ' } },
  ...{ start: [{ script: '/t/vendor.js' }], stores: [] },
  ...more,
});
const shared: TrackerConfig['stores'] = [
  { kind: 'cookie', name: 'shared', lifetime: 'session' },
  { kind: 'localStorage', name: 'sh_*', lifetime: 'until erased' },
];
const stop = [
  { call: 'vendor.stop', args: ['all', { now: true }] },
  { set: 'vendor.off.now', to: 1 },
];
const resume = [{ call: 'vendor.start' }, { set: 'vendor.off.now', to: 0 }];

test.describe('with trackers of our own', () => {
  const trackers = [
    tracker('one', {
      stop,
      resume,
      stores: [...shared, { kind: 'cookie', name: 'alone', lifetime: 'session' }],
    }),
    tracker('two', { start: [], stop: [], stores: shared }),
    tracker('lost', { stop: [{ call: 'nobody.stop' }] }),
    tracker('breaks', { stop: [{ call: 'vendor.breaks' }, { set: 'vendor.flag', to: 1 }] }),
  ];
  test.use({ files: buildSite({ ...readConfig(), trackers }) });

  test.beforeEach(async ({ page, site }) => {
    const vendor = `window.vendor ??= { calls: [], off: {}, start(...args) { this.calls.push(['start', ...args]); },
      stop(...args) { this.calls.push(['stop', ...args]); }, breaks() { throw new Error('no'); } };
      vendor.calls.push(['loaded']); document.cookie = 'shared=1'; document.cookie = 'alone=1'; localStorage.sh_1 = 1;`;
    site.add('/t/vendor.js', vendor, { type: 'text/javascript' });
    site.add('/t/page', '<html lang="kk"><title>t</title>TAG<body>');
    await page.goto(`${site.siteUrl}/t/page`);
  });

  const save = (...trackers: string[]) =>
    `save(${JSON.stringify({ purposes: ['analytics'], technologies: ['cookies', 'localStorage'], trackers })})`;

  test('a name that two trackers declare stays as long as one of them is granted', async ({ page, site }) => {
    await decided(page, save('one', 'two'));
    await expect.poll(async () => (await site.stored(page)).cookies).toEqual(['alone', 'kelisim', 'shared']);
    await decided(page, save('two'));
    await expect.poll(async () => (await site.stored(page)).cookies).toEqual(['kelisim', 'shared']);
    expect((await site.stored(page)).local).toEqual(['sh_1']);
    await decided(page, save());
    await expect.poll(async () => (await site.stored(page)).cookies).toEqual(['kelisim']);
    await expect.poll(async () => (await site.stored(page)).local).toEqual([]);
  });

  test('stop and resume calls and flags are given as written, once each', async ({ page }) => {
    const vendor = () => page.evaluate('window.vendor && [vendor.off.now, ...vendor.calls]');
    await decided(page, save('one'));
    await expect.poll(vendor).toEqual([undefined, ['loaded']]);
    expect(await decided(page, save())).toEqual([]);
    await expect.poll(vendor).toEqual([1, ['loaded'], ['stop', 'all', { now: true }]]);
    await decided(page, save('two'));
    await decided(page, save('one'));
    await expect.poll(vendor).toEqual([0, ['loaded'], ['stop', 'all', { now: true }], ['start']]);
  });

  test('a stop call that is missing or throws counts as running and is named', async ({ page }) => {
    await decided(page, save('one', 'lost', 'breaks'));
    await expect.poll(() => page.evaluate('window.vendor?.calls.length')).toBe(3);
    expect(await decided(page, save())).toEqual(['lost', 'breaks']);
    await expect(alert(page)).toContainText('Name of lost, Name of breaks');
    await expect(alert(page)).not.toContainText('Name of one');
    // A flag counts also where a call before it failed.
    expect(await page.evaluate('[vendor.flag, vendor.off.now]')).toEqual([1, 1]);
  });

  test('a tracker that is stopped a moment later, when its script has come, is no longer named', async ({
    page,
    site,
  }) => {
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: a tracker writes it this way
      document.cookie = 'alone=1';
    });
    // Then the work of the start is done, and nothing but the decisions below leads to a message.
    await expect.poll(async () => (await site.stored(page)).cookies).toEqual([]);
    const held = new Promise<() => Promise<void>>((resolve) => {
      page.route('**/t/vendor.js', (route) => resolve(() => route.continue()));
    });
    await page.evaluate(`kelisim.${save('one')}`);
    const release = await held;
    expect(await decided(page, save())).toEqual(['one']);
    await expect(alert(page)).toContainText('Name of one');
    await release();
    await expect.poll(() => page.evaluate('window.vendor?.calls.flat().includes("stop")')).toBe(true);
    await expect(alert(page)).toBeHidden();
  });
});
