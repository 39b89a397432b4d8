import {
  button,
  call,
  expect,
  NOTHING,
  notice,
  type Page,
  phase,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog');

/** What has the focus: the words or the label of an element of ours, else the tag of the page's own. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement;
    if (!inner) return document.activeElement?.tagName;
    return inner.ariaLabel ?? (inner.closest('label') ?? inner).textContent;
  });

/** Presses a key until the focus is on these words, as a person does who sees it move. */
async function walk(page: Page, words: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)) === words) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reached «${words}»`);
}

const open = async (page: Page, site: Site) => {
  const body = '<h1>Бет</h1><a href="/">Басы</a><button data-kelisim-open>Cookie баптаулары</button>';
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><head>TAG<title>Бет</title></head><body>${body}</body></html>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
};

test('the whole way from the notice to the withdrawal is walked by keyboard alone', async ({
  page,
  site,
}) => {
  await open(page, site);
  await walk(page, WORDS.kk.preferences);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  for (const name of [
    'Cookie файлдары',
    'Пиксельдер',
    'Жергілікті қойма',
    'Аналитика',
    'Алаяқтықтан қорғау',
  ]) {
    await walk(page, name);
    await page.keyboard.press('Space');
    await expect(dialog(page).getByRole('switch', { name, exact: true })).toBeChecked();
  }
  await walk(page, 'Аналитика', 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(dialog(page).getByRole('switch', { name: 'Аналитика' })).not.toBeChecked();
  await walk(page, 'Таңдауды сақтау');
  await page.keyboard.press('Enter');
  await expect.poll(() => site.heard()).toEqual(['qalqan']);
  await expect(notice(page)).toBeHidden();
  // Backwards: past the end of a page Firefox's own bar comes, and its driver's keys stay there.
  await walk(page, 'Cookie', 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(dialog(page)).toBeVisible();
  await walk(page, 'Келісімді кері қайтарып алу');
  await page.keyboard.press('Enter');
  await expect.poll(() => site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
  expect(await call(page, (kelisim) => kelisim.record()?.via)).toBe('withdraw');
});

for (const [act, key] of [
  ['accept', 'Enter'],
  ['refuse', 'Space'],
] as const) {
  test(`${act} is one press of ${key} on the notice`, async ({ page, site }) => {
    await open(page, site);
    await walk(page, WORDS.kk[act]);
    await page.keyboard.press(key);
    await phase(page, 'decided');
    expect(await call(page, (kelisim) => kelisim.record()?.via)).toBe(act);
  });
}

test('refusing is exactly one step further than accepting, and the page comes after the notice', async ({
  page,
  site,
}) => {
  await open(page, site);
  const order: (string | null | undefined)[] = [];
  for (let presses = 0; presses < 7; presses += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused(page));
  }
  const { accept, refuse, preferences } = WORDS.kk;
  expect(order).toEqual(['Қаз', 'Рус', 'Құпиялылық саясаты', accept, refuse, preferences, 'A']);
});

test('every stop of the keyboard can be seen', async ({ page, site }) => {
  await open(page, site);
  const ring = () =>
    page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement as Element;
      // A switch may draw its ring around its whole line.
      const { outlineStyle, outlineWidth } = getComputedStyle(inner);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
  for (const words of ['Рус', 'Құпиялылық саясаты', WORDS.kk.accept, WORDS.kk.refuse, WORDS.kk.preferences]) {
    await walk(page, words);
    expect(await ring(), words).toBe(true);
  }
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  for (const words of [
    'Рус',
    'Жабу',
    'Пиксельдер',
    'Аналитика',
    'Толығырақ: Sanaq Analytics',
    'Таңдауды сақтау',
  ]) {
    await walk(page, words);
    expect(await ring(), words).toBe(true);
  }
});

test('the open panel keeps the keyboard within itself and begins at its title', async ({ page, site }) => {
  await open(page, site);
  await button(page, WORDS.kk.preferences).click();
  await expect(dialog(page).getByRole('heading', { name: 'Құпиялылық баптаулары' })).toBeFocused();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press(presses < 20 ? 'Shift+Tab' : 'Tab');
    expect(['A', 'BUTTON', 'Cookie', WORDS.kk.preferences]).not.toContain(await focused(page));
  }
});

test('leaving the panel gives the focus back to what opened it', async ({ page, site }) => {
  await open(page, site);
  await walk(page, WORDS.kk.preferences);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button(page, WORDS.kk.preferences)).toBeFocused();

  const own = page.getByRole('button', { name: 'Cookie баптаулары' });
  await own.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(own).toBeFocused();

  await button(page, WORDS.kk.refuse).press('Enter');
  await button(page, 'Cookie').press('Enter');
  await expect(dialog(page)).toBeVisible();
  await walk(page, 'Жабу');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Cookie')).toBeFocused();
});

test('going into the policy and back leaves the keyboard where it was', async ({ page, site }) => {
  await open(page, site);
  await button(page, WORDS.kk.preferences).press('Enter');
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Құпиялылық саясаты' }).press('Enter');
  await expect(dialog(page).getByRole('heading', { name: 'Құпиялылық саясаты', exact: true })).toBeFocused();
  await walk(page, 'Баптауларға оралу');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('button', { name: 'Құпиялылық саясаты' })).toBeFocused();
});
