import { buildSite, button, expect, type Page, readConfig, type Site, test, WORDS } from './support/test.ts';

const PAGE = '<!doctype html><html lang="kk"><title>Бет</title>';

/** What stands in the browser from the time before the banner: of the site, of its trackers, of vendors it never named. */
const OWN = { cookies: ['cart', 'session'], local: ['own'] };
const DECLARED = {
  cookies: ['_iz_uid', '_sq_id'],
  local: ['_sq_uid', 'komek_visitor'],
  databases: ['sanaq-db'],
};
const VENDORS = { cookies: ['_fbp', '_ga', '_ga_ABC123', '_ym_uid'], local: ['_ym_synced', 'roistat_visit'] };
const FORMER = { cookies: ['old_counter', 'old_counter_2'], local: ['old.visitor'], databases: ['old-db'] };

const all = (kind: 'cookies' | 'local' | 'databases', ...sets: Partial<Record<typeof kind, string[]>>[]) =>
  sets.flatMap((set) => set[kind] ?? []).sort();

/** Fills the browser on a page without Kelisim. */
async function fill(page: Page, site: Site): Promise<void> {
  site.add('/before', PAGE);
  site.add('/p', `${PAGE}TAG`);
  await page.goto(`${site.siteUrl}/before`);
  const sets = [OWN, DECLARED, VENDORS, FORMER];
  await page.evaluate(
    async ([cookies = [], local = [], databases = []]) => {
      // biome-ignore lint/suspicious/noDocumentCookie: trackers write it this way
      for (const name of cookies) document.cookie = `${name}=1; path=/; max-age=9999`;
      for (const name of local) localStorage[name] = '1';
      for (const name of databases)
        await new Promise((resolve) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result.close());
        });
    },
    [all('cookies', ...sets), all('local', ...sets), all('databases', ...sets)],
  );
}

const stored = async (page: Page, site: Site) => {
  const { cookies, local, databases } = await site.stored(page);
  return { cookies: cookies.filter((name) => name !== 'kelisim'), local, databases };
};

test('at the first visit what known trackers had stored is erased, and nothing else', async ({
  page,
  site,
}) => {
  await fill(page, site);
  await page.goto(`${site.siteUrl}/p`);
  await expect
    .poll(() => stored(page, site))
    .toEqual({
      cookies: all('cookies', OWN, FORMER),
      local: all('local', OWN, FORMER),
      databases: all('databases', OWN, FORMER),
    });
  expect(site.requests()).toEqual([]);
});

test.describe('where the configuration keeps them', () => {
  test.use({ files: buildSite({ ...readConfig(), leftovers: 'keep' }) });

  test('they stay until the first decision, and go with a refusal', async ({ page, site }) => {
    await fill(page, site);
    const before = await stored(page, site);
    await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
    // By then the file that erases has been there and has had its turn.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /later-/.test(name)),
    );
    await page.reload({ waitUntil: 'networkidle' });
    expect(await stored(page, site)).toEqual(before);
    await button(page, WORDS.kk.refuse).click();
    await expect.poll(() => stored(page, site)).toMatchObject({ cookies: all('cookies', OWN, FORMER) });
  });

  test('what is granted then keeps its own', async ({ page, site }) => {
    await fill(page, site);
    await page.goto(`${site.siteUrl}/p`);
    const choice = {
      purposes: ['analytics'],
      technologies: ['cookies', 'pixels', 'localStorage'],
      trackers: ['sanaq'],
    };
    await page.evaluate((given) => window.kelisim.save(given as never), choice);
    await expect.poll(async () => (await stored(page, site)).cookies).not.toContain('_iz_uid');
    expect((await stored(page, site)).cookies).toContain('_sq_id');
    expect((await stored(page, site)).cookies).not.toContain('_fbp');
  });
});

test.describe('names that no tracker of the site has any more', () => {
  const erase = [
    { kind: 'cookie' as const, name: 'old_counter*' },
    { kind: 'localStorage' as const, name: 'old.visitor' },
    { kind: 'indexedDB' as const, name: 'old-db' },
  ];
  test.use({ files: buildSite({ ...readConfig(), erase }) });

  test('are erased where the configuration lists them, whatever is accepted', async ({ page, site }) => {
    await fill(page, site);
    await page.goto(`${site.siteUrl}/p`);
    await button(page, WORDS.kk.accept).click();
    await expect
      .poll(async () => (await stored(page, site)).cookies.filter((name) => !/^_(sq|iz)_/.test(name)))
      .toEqual(OWN.cookies);
    await expect.poll(async () => (await stored(page, site)).local).not.toContain('old.visitor');
    await expect.poll(async () => (await stored(page, site)).databases).not.toContain('old-db');
  });
});

test('what trackers left here before is erased also where the settings are opened at once', async ({
  page,
  site,
}) => {
  const left = 'document.cookie = "_sq_id=1; path=/"; localStorage._sq_uid = "1"';
  site.add(
    '/at-once',
    `<!doctype html><html lang="kk"><title>p</title><script>${left}</script>TAG<body><p>p`,
  );
  // Before the page would ask for that file by itself.
  await page.clock.install();
  await page.goto(`${site.siteUrl}/at-once`);
  await page.evaluate("kelisim.open('preferences')");
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.clock.runFor(5000);
  await expect.poll(() => site.stored(page)).toEqual({ cookies: [], local: [], session: [], databases: [] });
});
