import type { Locale } from '../src/types.ts';
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
  uncaught,
  WORDS,
} from './support/test.ts';

const KK = 'Құпиялылық туралы хабарлама';
const RU = 'Уведомление о конфиденциальности';

const open = async (page: Page, site: Site, attribute: string) => {
  site.add(
    '/p',
    `<!doctype html><html${attribute}><head><meta charset="utf-8">TAG<title>Бет</title></head><body>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
};

for (const attribute of ['', ' lang="kk"', ' lang="kk-KZ"', ' lang="en"', ' lang=""']) {
  test(`a page <html${attribute}> is asked in Kazakh`, async ({ page, site }) => {
    await open(page, site, attribute);
    await expect(notice(page)).toHaveAccessibleName(KK);
    await expect(button(page, WORDS.kk.accept)).toBeVisible();
    await expect(button(page, WORDS.ru.accept)).toBeHidden();
  });
}

for (const attribute of [' lang="ru"', ' lang="ru-KZ"', ' lang="RU"', ' lang="ru_RU"']) {
  test(`a page <html${attribute}> is asked in Russian`, async ({ page, site }) => {
    await open(page, site, attribute);
    await expect(notice(page)).toHaveAccessibleName(RU);
    await expect(button(page, WORDS.ru.accept)).toBeVisible();
    await expect(button(page, WORDS.kk.accept)).toBeHidden();
  });
}

test('a press switches the language within itself, both ways, and asks the network nothing', async ({
  page,
  site,
}) => {
  await open(page, site, '');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const press = (name: string) =>
    button(page, name).evaluate((pressed: HTMLElement) => {
      pressed.click();
      const root = pressed.getRootNode() as ShadowRoot;
      return [...root.querySelectorAll('h2')]
        .filter((title) => title.checkVisibility())
        .map((title) => title.textContent);
    });
  expect(await press('Рус')).toEqual([RU]);
  expect(await press('Қаз')).toEqual([KK]);
  expect(await press('Рус')).toEqual([RU]);
  await button(page, WORDS.ru.refuse).click();
  await phase(page, 'decided');
  // What withdraws comes by itself a little after the page.
  expect(requests.filter((url) => !url.includes('/later-'))).toEqual([]);
});

test('the chosen language is kept for the next page and after a reload, against the page language', async ({
  page,
  site,
}) => {
  await open(page, site, ' lang="kk"');
  await button(page, 'Рус').click();
  await expect(notice(page)).toHaveAccessibleName(RU);
  await page.reload();
  await expect(notice(page)).toHaveAccessibleName(RU);
  await page.goto(site.siteUrl);
  await expect(notice(page)).toHaveAccessibleName(RU);
  await button(page, 'Қаз').click();
  await page.goto(`${site.siteUrl}/ru/`);
  await expect(notice(page)).toHaveAccessibleName(KK);
});

test('only that press stores the language, and nothing else', async ({ page, site }) => {
  await open(page, site, ' lang="ru"');
  expect(await site.stored(page)).toEqual(NOTHING);
  await button(page, 'Қаз').click();
  expect(await site.stored(page)).toEqual({ ...NOTHING, local: ['kelisim.locale'] });
  await phase(page, 'undecided');
});

test('the pressed language is marked, keeps the focus, and Kazakh stands first', async ({ page, site }) => {
  await open(page, site, '');
  await expect(button(page, 'Қаз')).toHaveAttribute('aria-pressed', 'true');
  await expect(button(page, 'Рус')).toHaveAttribute('aria-pressed', 'false');
  await button(page, 'Рус').click();
  await expect(button(page, 'Қаз')).toHaveAttribute('aria-pressed', 'false');
  await expect(button(page, 'Рус')).toHaveAttribute('aria-pressed', 'true');
  await expect(button(page, 'Рус')).toBeFocused();
  const [kazakh, russian] = [
    await button(page, 'Қаз').boundingBox(),
    await button(page, 'Рус').boundingBox(),
  ];
  expect(kazakh?.y).toBe(russian?.y);
  expect(kazakh?.x).toBeLessThan(russian?.x as number);
});

test('every shown text says its language, and both have letters of the same size', async ({ page, site }) => {
  await open(page, site, ' lang="en"');
  const letters = (locale: Locale) =>
    page.evaluate((locale) => {
      const root = document.querySelector('kelisim-consent')?.shadowRoot;
      const texts = [...(root?.querySelectorAll(`[lang=${locale}][aria-label] :is(h2, p, button)`) ?? [])];
      return [...texts, root?.querySelector(`[data-locale=${locale}]`) as Element].map((element) => {
        const { fontSize, fontWeight, fontFamily, lineHeight, color } = getComputedStyle(element);
        return { tag: element.tagName, fontSize, fontWeight, fontFamily, lineHeight, color };
      });
    }, locale);
  const kazakh = await letters('kk');
  expect(kazakh.length).toBeGreaterThan(8);
  expect(await letters('ru')).toEqual(kazakh);
  await expect(button(page, 'Қаз')).toHaveAttribute('lang', 'kk');
  await expect(button(page, 'Рус')).toHaveAttribute('lang', 'ru');
  await expect(notice(page)).toHaveAttribute('lang', 'kk');
  await button(page, 'Рус').click();
  await expect(notice(page)).toHaveAttribute('lang', 'ru');
});

test('an unknown language is ignored', async ({ page, site }) => {
  const errors = uncaught(page);
  await open(page, site, '');
  await call(page, (kelisim) => kelisim.setLanguage('xx' as Locale));
  await expect(notice(page)).toHaveAccessibleName(KK);
  expect(await site.stored(page)).toEqual(NOTHING);
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await expect(notice(page)).toHaveAccessibleName(RU);
  expect(errors).toEqual([]);
});

test('the record says in which language the visitor read', async ({ page, site }) => {
  await open(page, site, '');
  await button(page, 'Рус').click();
  await button(page, WORDS.ru.refuse).click();
  await phase(page, 'decided');
  expect(await call(page, (kelisim) => kelisim.record()?.locale)).toBe('ru');
});

test('the panel switches too, keeps what was switched on, and takes the notice along', async ({
  page,
  site,
}) => {
  await open(page, site, '');
  await button(page, WORDS.kk.preferences).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('switch', { name: 'Аналитика' }).check();
  await panel.locator('details').first().locator('summary').click();
  await panel.getByRole('button', { name: 'Рус' }).click();
  await expect(panel).toHaveAccessibleName('Настройки конфиденциальности');
  await expect(panel).toHaveAttribute('lang', 'ru');
  await expect(panel.getByRole('switch', { name: 'Аналитика' })).toBeChecked();
  await expect(panel.getByRole('switch', { name: 'Sanaq Analytics' })).toBeChecked();
  await expect(panel.getByRole('button', { name: 'Рус' })).toBeFocused();
  await expect(panel.getByRole('button', { name: 'Рус' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(notice(page)).toHaveAccessibleName(RU);
});
