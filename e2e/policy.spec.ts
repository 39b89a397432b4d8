import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { button, expect, type Page, type Site, test, WORDS } from './support/test.ts';

interface Article {
  title: string;
  /** The last line of the article, as the visitor reads it. */
  last: string;
}

/** The articles of the policy text that the site was built from. */
function articlesOf(locale: 'kk' | 'ru'): Article[] {
  const file = fileURLToPath(new URL(`../locales/policy.${locale}.md`, import.meta.url));
  const [, ...articles] = readFileSync(file, 'utf8').split(/^## /m);
  return articles.map((text) => {
    const lines = text.split('\n').filter((line) => line.trim());
    const plain = (line = '') =>
      line
        .replace(/^[->] /, '')
        .replaceAll('\\', '')
        .trim();
    return { title: plain(lines[0]), last: plain(lines.at(-1)) };
  });
}

const WORD = {
  kk: { policy: 'Құпиялылық саясаты', back: 'Баптауларға оралу', preferences: 'Құпиялылық баптаулары' },
  ru: {
    policy: 'Политика конфиденциальности',
    back: 'Вернуться к настройкам',
    preferences: 'Настройки конфиденциальности',
  },
};

const dialog = (page: Page) => page.getByRole('dialog');
const openPolicy = async (page: Page, site: Site, locale: 'kk' | 'ru' = 'kk') => {
  const body = '<h1>Бет</h1><button data-kelisim-open="policy">Саясат</button>';
  site.add(
    '/p',
    `<!doctype html><html lang="${locale}"><head>TAG<title>Бет</title></head><body>${body}</body></html>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  await page.getByRole('button', { name: 'Саясат', exact: true }).click();
  await expect(dialog(page)).toHaveAccessibleName(WORD[locale].policy);
};

for (const locale of ['kk', 'ru'] as const) {
  const articles = articlesOf(locale);

  test(`the policy in ${locale} holds every article of the text, closed, in its order`, async ({
    page,
    site,
  }) => {
    await openPolicy(page, site, locale);
    expect(articles.length).toBe(7);
    const shown = dialog(page).locator('summary').filter({ visible: true });
    expect(await shown.allInnerTexts()).toEqual(articles.map(({ title }) => title));
    for (const { last } of articles) await expect(dialog(page).getByText(last)).toBeHidden();
  });

  test(`each article in ${locale} opens by a press and is read to its last line`, async ({ page, site }) => {
    await openPolicy(page, site, locale);
    for (const { title, last } of articles) {
      await dialog(page).getByText(title, { exact: true }).click();
      await dialog(page).getByText(last).scrollIntoViewIfNeeded();
      await expect(dialog(page).getByText(last)).toBeInViewport();
    }
  });
}

test('an article opens and closes by keyboard', async ({ page, site }) => {
  const [first] = articlesOf('kk') as [Article];
  await openPolicy(page, site);
  await dialog(page).getByText(first.title, { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText(first.last)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(dialog(page).getByText(first.last)).toBeHidden();
});

test('the policy is loaded when it is opened and no sooner, in the language that is read', async ({
  page,
  site,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const loaded = () => requests.filter((path) => /\/policy\./.test(path));
  await page.goto(site.siteUrl, { waitUntil: 'networkidle' });
  await button(page, WORDS.kk.preferences).click();
  await expect(dialog(page)).toHaveAccessibleName(WORD.kk.preferences);
  expect(loaded()).toEqual([]);
  await dialog(page).getByRole('button', { name: WORD.kk.policy }).click();
  await expect(dialog(page)).toHaveAccessibleName(WORD.kk.policy);
  expect(loaded()).toEqual([expect.stringMatching(/policy\.kk-/)]);
  await dialog(page).getByRole('button', { name: 'Рус' }).click();
  await expect(dialog(page)).toHaveAccessibleName(WORD.ru.policy);
  expect(loaded()).toEqual([expect.stringMatching(/policy\.kk-/), expect.stringMatching(/policy\.ru-/)]);
});

test('the way back leads to the preferences as they were left, and reading decides nothing', async ({
  page,
  site,
}) => {
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.preferences).click();
  await dialog(page).getByRole('switch', { name: 'Аналитика' }).check();
  await dialog(page).getByRole('button', { name: WORD.kk.policy }).click();
  await expect(dialog(page).getByRole('switch')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: WORD.kk.back }).click();
  await expect(dialog(page)).toHaveAccessibleName(WORD.kk.preferences);
  await expect(dialog(page).getByRole('switch', { name: 'Аналитика' })).toBeChecked();
  expect(site.requests()).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});
