import { readFileSync } from 'node:fs';
import type { ConsentRecord } from '../src/types.ts';
import {
  button,
  call,
  expect,
  type Page,
  phase,
  readConfig,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

const { operator, policy, trackers } = readConfig();
const dialog = (page: Page) => page.getByRole('dialog');
const flip = (page: Page, name: string) => dialog(page).getByRole('switch', { name, exact: true });

/** Allows analytics with two technologies of three, so that what is switched on and what runs are not the same. */
async function choose(page: Page, site: Site): Promise<void> {
  // In Almaty it is already the next day. The year is one in which no cookie of this test has ended.
  await page.clock.setFixedTime('2098-11-22T20:30:00Z');
  await page.goto(site.siteUrl);
  await button(page, WORDS.kk.preferences).click();
  for (const name of ['Cookie файлдары', 'Пиксельдер', 'Жарнама және маркетинг'])
    await flip(page, name).check();
  await button(page, 'Таңдауды сақтау').click();
  await phase(page, 'decided');
  await button(page, 'Cookie').click();
  await expect(dialog(page)).toBeVisible();
}

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('link', { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), 'utf8');
}

const HALVES = {
  kk: [
    'Таңдау жасалған күн: 2098 жылғы 23 қараша, 01:30:00 (UTC+05:00)',
    'Аяқталу күні: 2099 жылғы 22 мамыр, 01:30:00 (UTC+05:00)',
    'Әрекет: Таңдауды сақтау',
    'Тіл: Қаз',
    'Трансшекаралық беру: Бар: Ресей және АҚШ.',
    'Таратылмайды.',
    '№4/2 хаттама, 2020 жылғы 10 наурыз',
    'Пиксельдер: рұқсат етілді',
    'Жергілікті қойма: рұқсат етілмеді',
    'Izdeu Ads: рұқсат етілмеді',
    'Baspa Pixel: рұқсат етілді',
    'Baspa Pixel: Baspa Media Inc., АҚШ.',
  ],
  ru: [
    'Дата выбора: 23 ноября 2098 г., 01:30:00 (UTC+05:00)',
    'Дата окончания: 22 мая 2099 г., 01:30:00 (UTC+05:00)',
    'Действие: Сохранить выбор',
    'Язык: Қаз',
    'Трансграничная передача: Есть: Россия и США.',
    'Не распространяются.',
    'протокол №4/2, 10 марта 2020 г.',
    'Пиксели: разрешено',
    'Локальное хранилище: не разрешено',
    'Izdeu Ads: не разрешено',
    'Baspa Pixel: разрешено',
    'Baspa Pixel: Baspa Media Inc., США.',
  ],
};

/** What is missing in the text for people. */
function lacking(text: string, { id, revision }: ConsentRecord): string[] {
  const [site, ...parts] = text.split('\n\n* * *\n\n');
  expect(site).toMatch(/^http:\/\/localhost:\d+$/);
  expect(parts).toHaveLength(2);
  return (['kk', 'ru'] as const).flatMap((locale, at) =>
    [
      ...HALVES[locale],
      ...[operator.name[locale], policy.title[locale], operator.bin, revision],
      ...trackers.map(({ provider }) => provider.name as string),
      id.replace(/.{4}(?=.)/g, '$&-'),
      // Where the operator can be asked, also by who reads it elsewhere.
      `${site}${(operator.contact.url as Record<string, string>)[locale]}`,
    ].filter((words) => !parts[at]?.includes(words as string)),
  ) as string[];
}

test('my choices say of each tracker what it was allowed: only what its technologies allow, too', async ({
  page,
  site,
}) => {
  await choose(page, site);
  const answers = await dialog(page)
    .locator('h3:text-is("Менің таңдауым") ~ ul')
    .getByRole('listitem')
    .allTextContents();
  expect(answers).toEqual(
    trackers.map(({ id, name }) => `${name}: рұқсат ${id === 'baspa' ? 'етілді' : 'етілмеді'}`),
  );
  await expect(dialog(page).locator('dd').first()).toHaveText('Таңдауды сақтау');
});

test('the receipt for people says in both languages who asked, what was told and what was answered', async ({
  page,
  site,
}) => {
  await choose(page, site);
  const record = (await call(page, (kelisim) => kelisim.record())) as ConsentRecord;
  const text = await download(page, 'Жазбаны жүктеп алу');
  expect(lacking(text, record)).toEqual([]);
  expect(text.indexOf('Келісім нөмірі')).toBeLessThan(text.indexOf('Номер согласия'));
});

test('the receipt for machines is the record with everything that was told', async ({ page, site }) => {
  await choose(page, site);
  const receipt = JSON.parse(await download(page, 'Жазбаны жүктеп алу (JSON)'));
  expect(receipt.site).toBe(new URL(site.siteUrl).origin);
  expect(receipt.record).toEqual(await call(page, (kelisim) => kelisim.record()));
  expect(receipt.told.map(({ locale }: { locale: string }) => locale)).toEqual(['kk', 'ru']);
  for (const told of receipt.told) {
    expect(told.trackers).toHaveLength(trackers.length);
    expect(JSON.stringify(told.facts)).toContain(operator.bin);
  }
});

test('a press copies the receipt and says so', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose(page, site);
  const record = (await call(page, (kelisim) => kelisim.record())) as ConsentRecord;
  await button(page, 'Жазбаны көшіру').click();
  await expect(button(page, 'Көшірілді.')).toBeVisible();
  expect(lacking(await page.evaluate(() => navigator.clipboard.readText()), record)).toEqual([]);
});

for (const lacks of ['is forbidden', 'is missing'] as const)
  test(`where the clipboard ${lacks}, a press copies all the same, and the page adds nothing to it`, async ({
    page,
    site,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read']);
    await page.addInitScript((isMissing) => {
      const writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      if (isMissing) {
        const { readText } = Clipboard.prototype;
        const real = navigator.clipboard;
        Object.assign(window, { readClipboard: () => readText.call(real) });
        Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined });
      } else {
        Object.assign(window, { readClipboard: () => navigator.clipboard.readText() });
        Clipboard.prototype.writeText = writeText;
      }
      addEventListener('copy', (event) => event.clipboardData?.setData('text/plain', 'of the page'), true);
    }, lacks === 'is missing');
    await choose(page, site);
    const record = (await call(page, (kelisim) => kelisim.record())) as ConsentRecord;
    await button(page, 'Жазбаны көшіру').click();
    await expect(button(page, 'Көшірілді.')).toBeVisible();
    const copied = await page.evaluate(() =>
      (window as unknown as { readClipboard(): Promise<string> }).readClipboard(),
    );
    expect(lacking(copied, record)).toEqual([]);
  });
