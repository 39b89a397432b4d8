import {
  ALL_TRACKERS,
  button,
  call,
  expect,
  NOTHING,
  type Page,
  phase,
  readConfig,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

const TECHNOLOGIES = ['Cookie файлдары', 'Пиксельдер', 'Жергілікті қойма'];
const PURPOSES = [
  ...['Аналитика', 'Жарнама және маркетинг', 'Функционалдық (қолдау)'],
  ...['Сыртқы медиа (бейне, карта)', 'Алаяқтықтан қорғау'],
];
const COUNTRIES: Record<string, string> = { KZ: 'Қазақстан', RU: 'Ресей', US: 'АҚШ' };
const LIFETIMES: Record<string, string> = {
  '1 year': '1 жыл',
  '30 minutes': '30 минут',
  '90 days': '90 күн',
  session: 'браузер жабылғанша',
  'until erased': 'жойылғанша',
};

const dialog = (page: Page) => page.getByRole('dialog');
const flip = (page: Page, name: string) => dialog(page).getByRole('switch', { name, exact: true });
const openPanel = async (page: Page, site: Site) => {
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.preferences).click();
  await expect(dialog(page)).toBeVisible();
};

test('nothing of the panel is loaded until it is opened, and then one language of it', async ({
  page,
  site,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const loaded = () => requests.filter((path) => /\/(preferences|details|policy)[.-]/.test(path));
  await page.goto(site.siteUrl, { waitUntil: 'networkidle' });
  await button(page, WORDS.kk.preferences).hover();
  expect(loaded()).toEqual([]);
  await button(page, WORDS.kk.preferences).click();
  await expect(dialog(page)).toBeVisible();
  expect(loaded()).toEqual([expect.stringMatching(/preferences-/), expect.stringMatching(/details\.kk-/)]);
});

test('it is a modal native dialog with the three technologies as the policy defines them, all off', async ({
  page,
  site,
}) => {
  await openPanel(page, site);
  expect(await dialog(page).evaluate((element) => element.matches('dialog:modal'))).toBe(true);
  for (const name of [...TECHNOLOGIES, ...PURPOSES]) await expect(flip(page, name)).not.toBeChecked();
  for (const words of [
    'сақтайтын, шағын мәтіндік файлдар',
    'Басқа серверге веб-парақшаның қарап шығуын өлшеуге мүмкіндік беретін',
    'ұялы құрылғыңыздағы жергілікті қойма',
  ])
    await expect(dialog(page)).toContainText(words);
  for (const clause of ['2.1-тармақ, 3)', '2.1-тармақ, 4)', '2.5-тармақ'])
    await expect(dialog(page)).toContainText(clause);
});

for (const { id, name, description, provider, stores } of readConfig().trackers) {
  test(`the panel says of ${id} who is behind it, where, what it stores and how long`, async ({
    page,
    site,
  }) => {
    await openPanel(page, site);
    await expect(dialog(page).getByRole('listitem').filter({ hasText: name })).toBeVisible();
    const details = dialog(page).locator('details').filter({ hasText: name });
    await details.locator('summary').click();
    const shown = flip(page, name).locator('xpath=ancestor::div[1]');
    await expect(shown.getByRole('switch')).not.toBeChecked();
    for (const words of [description.kk, `${provider.name}`, COUNTRIES[provider.country] as string])
      await expect(shown).toContainText(words);
    for (const stored of stores) await expect(shown.getByText(stored.name).first()).toBeVisible();
    for (const stored of stores) await expect(shown).toContainText(LIFETIMES[stored.lifetime] as string);
    await expect(shown.getByText('Құрылғыңызда ештеңе сақтамайды.')).toHaveCount(stores.length ? 0 : 1);
  });
}

test('saving one purpose with all technologies runs its trackers and no others', async ({ page, site }) => {
  await openPanel(page, site);
  for (const name of [...TECHNOLOGIES, 'Аналитика']) await flip(page, name).check();
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'Sanaq' })).toContainText(
    'іске қосылады',
  );
  await button(page, 'Таңдауды сақтау').click();
  await expect(dialog(page)).toBeHidden();
  await expect.poll(() => site.heard()).toEqual(['sanaq']);
  await page.reload({ waitUntil: 'networkidle' });
  expect(site.heard()).toEqual(['sanaq']);
  const cookies = ['_sq_id', '_sq_path', '_sq_ses', 'kelisim'];
  const local = ['_sq_queue', '_sq_uid'];
  await expect
    .poll(() => site.stored(page))
    .toEqual({ cookies, local, session: ['_sq_tab'], databases: ['sanaq-db'] });
});

test('one tracker of a purpose can be chosen without the other', async ({ page, site }) => {
  await openPanel(page, site);
  for (const name of TECHNOLOGIES) await flip(page, name).check();
  await dialog(page).locator('details').filter({ hasText: 'Baspa' }).locator('summary').click();
  await flip(page, 'Baspa Pixel').check();
  await expect(flip(page, 'Izdeu Ads')).not.toBeChecked();
  await button(page, 'Таңдауды сақтау').click();
  await expect.poll(() => site.heard()).toEqual(['baspa']);
  await page.reload({ waitUntil: 'networkidle' });
  expect(site.heard()).toEqual(['baspa']);
});

test('a tracker whose technology is off does not run, and the panel says which one is missing', async ({
  page,
  site,
}) => {
  await openPanel(page, site);
  await flip(page, 'Аналитика').check();
  const sanaq = dialog(page).getByRole('listitem').filter({ hasText: 'Sanaq' });
  await expect(sanaq).toContainText(`Іске қосылмайды: ${TECHNOLOGIES.join(', ')} өшірулі`);
  await flip(page, 'Cookie файлдары').check();
  await flip(page, 'Пиксельдер').check();
  await expect(sanaq).toContainText('Іске қосылмайды: Жергілікті қойма өшірулі');
  await button(page, 'Таңдауды сақтау').click();
  await phase(page, 'decided');
  await page.reload({ waitUntil: 'networkidle' });
  expect(site.requests()).toEqual([]);
  expect(await site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
});

test('the panel accepts all, withdraws all and refuses all with one press each', async ({ page, site }) => {
  const decidedBy = () => call(page, (kelisim) => kelisim.record()?.via);
  await openPanel(page, site);
  await dialog(page).getByRole('button', { name: WORDS.kk.accept }).click();
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  expect(await decidedBy()).toBe('accept');
  await button(page, 'Cookie').click();
  await dialog(page).getByRole('button', { name: 'Келісімді кері қайтарып алу' }).click();
  await expect.poll(() => site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
  expect(await decidedBy()).toBe('withdraw');
  await page.reload({ waitUntil: 'networkidle' });
  site.clear();
  await button(page, 'Cookie').click();
  await dialog(page).getByRole('button', { name: WORDS.kk.refuse }).click();
  await expect.poll(decidedBy).toBe('refuse');
  // Who has refused has nothing to take back.
  await button(page, 'Cookie').click();
  await expect(dialog(page).getByRole('button', { name: WORDS.kk.refuse })).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Келісімді кері қайтарып алу' })).toHaveCount(0);
  await page.reload({ waitUntil: 'networkidle' });
  expect(site.requests()).toEqual([]);
});

test('the reopened panel shows the stored choice, its days in words and the receipt number', async ({
  page,
  site,
}) => {
  // In Almaty it is already the next day. The year is one in which no cookie of this test has ended.
  await page.clock.setFixedTime('2098-11-22T20:30:00Z');
  await openPanel(page, site);
  await expect(dialog(page).getByText('Менің таңдауым')).toBeHidden();
  for (const name of ['Пиксельдер', 'Алаяқтықтан қорғау']) await flip(page, name).check();
  await button(page, 'Таңдауды сақтау').click();
  await phase(page, 'decided');
  await page.reload();
  await button(page, 'Cookie').click();
  await expect(dialog(page)).toContainText('2098 жылғы 23 қараша');
  await expect(dialog(page)).toContainText('2099 жылғы 22 мамыр');
  const receipt = await dialog(page)
    .locator('dd', { hasText: /^[\da-f-]{24}$/ })
    .textContent();
  expect(receipt?.replaceAll('-', '')).toBe(await call(page, (kelisim) => kelisim.record()?.id));
  for (const name of [...TECHNOLOGIES, ...PURPOSES])
    await expect(flip(page, name)).toBeChecked({
      checked: ['Пиксельдер', 'Алаяқтықтан қорғау'].includes(name),
    });
  await dialog(page).getByRole('button', { name: 'Рус' }).click();
  await expect(dialog(page)).toContainText('23 ноября 2098 г.');
  await expect(dialog(page)).toContainText('22 мая 2099 г.');
});

const LEAVE: Record<string, (page: Page) => Promise<void>> = {
  Escape: (page) => page.keyboard.press('Escape'),
  'a press beside it': (page) => page.mouse.click(4, 400),
  'its close button': (page) => dialog(page).getByRole('button', { name: 'Жабу' }).click(),
};
for (const [way, leave] of Object.entries(LEAVE)) {
  test(`leaving the panel by ${way} decides nothing and forgets what was switched`, async ({
    page,
    site,
  }) => {
    await openPanel(page, site);
    for (const name of [...TECHNOLOGIES, ...PURPOSES]) await flip(page, name).check();
    await leave(page);
    await expect(dialog(page)).toBeHidden();
    await phase(page, 'undecided');
    expect(await site.stored(page)).toEqual(NOTHING);
    await button(page, WORDS.kk.preferences).click();
    await expect(flip(page, 'Аналитика')).not.toBeChecked();
    expect(site.requests()).toEqual([]);
  });
}

test('any element of the page with data-kelisim-open opens the panel, also one added later', async ({
  page,
  site,
}) => {
  site.add('/p', '<!doctype html><html lang="kk"><head>TAG<title>Бет</title></head><body>');
  await page.goto(`${site.siteUrl}/p`);
  await phase(page, 'undecided');
  await page.evaluate(() => {
    document.body.innerHTML = '<a href="/elsewhere" data-kelisim-open><b>Cookie</b></a>';
  });
  await page.locator('a b').click();
  await expect(dialog(page)).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/p');
});

test('on paper the whole of what is open is printed, and not a screen of it', {
  tag: '@needs-media',
}, async ({ page, site }) => {
  await page.setViewportSize({ width: 700, height: 600 });
  await openPanel(page, site);
  await dialog(page).getByRole('button', { name: 'Құпиялылық саясаты' }).click();
  await expect(dialog(page).locator('details').filter({ visible: true })).toHaveCount(7);
  await dialog(page)
    .locator('details')
    .evaluateAll((articles) => {
      for (const article of articles as HTMLDetailsElement[]) article.open = true;
    });
  await page.emulateMedia({ media: 'print' });
  const cut = await dialog(page).evaluate((element) =>
    [element, ...element.querySelectorAll('.body')]
      .filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)
      .map(({ className, localName }) => className || localName),
  );
  expect(cut).toEqual([]);
  const { position } = await dialog(page).evaluate((element) => getComputedStyle(element));
  // What is fixed is printed anew on each sheet.
  expect(position).toBe('absolute');
  expect((await dialog(page).boundingBox())?.height).toBeGreaterThan(2000);
});
