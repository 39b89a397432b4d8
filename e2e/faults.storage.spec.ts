import { expectAskedAndSilent, visit } from './support/faultPage.ts';
import { button, call, expect, notice, ourWarnings, phase, test, WORDS } from './support/test.ts';

const COOKIES_OFF = {
  'are ignored': `Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {}, configurable: true })`,
  'throw when read': `Object.defineProperty(Document.prototype, 'cookie', {
    get() { throw new DOMException('no cookies here', 'SecurityError') }, set() {}, configurable: true })`,
  'throw always': `Object.defineProperty(Document.prototype, 'cookie', {
    get() { throw new DOMException('no', 'SecurityError') }, set() { throw new DOMException('no', 'SecurityError') } })`,
};
for (const [what, before] of Object.entries(COOKIES_OFF))
  test(`where cookies ${what} nothing runs even after accepting, and the visitor is asked`, async ({
    page,
    site,
    warnings,
  }) => {
    const errors = await visit(page, site, { before });
    await expectAskedAndSilent(page, site);
    await button(page, WORDS.kk.accept).click();
    await expect(notice(page).getByRole('alert')).toBeVisible();
    await expect.poll(() => ourWarnings(warnings)).toEqual([expect.stringMatching(/allow cookies/)]);
    await expectAskedAndSilent(page, site);
    await page.reload({ waitUntil: 'networkidle' });
    await expectAskedAndSilent(page, site);
    expect(ourWarnings(warnings)).toHaveLength(1);
    expect(errors).toEqual([]);
  });

const NO_STORAGE = `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, {
  get() { throw new DOMException('storage is off', 'SecurityError') } })`;

test('where web storage throws the visitor is asked, the choice is kept, the language switches', async ({
  page,
  site,
}) => {
  const errors = await visit(page, site, { before: NO_STORAGE });
  await expectAskedAndSilent(page, site);
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await expect(button(page, WORDS.ru.refuse)).toBeVisible();
  await button(page, WORDS.ru.refuse).click();
  await expect(notice(page)).toBeHidden();
  await page.reload({ waitUntil: 'networkidle' });
  await phase(page, 'decided');
  expect(site.requests()).toEqual([]);
  expect(errors).toEqual([]);
});

test('where web storage throws one warning has the words of the browser', async ({
  page,
  site,
  warnings,
}) => {
  await visit(page, site, { before: NO_STORAGE });
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await expectAskedAndSilent(page, site);
  await expect
    .poll(() => [...new Set(ourWarnings(warnings))])
    .toEqual([expect.stringMatching(/SecurityError: storage is off/)]);
});

test('where local storage is full the choice is kept, and the language switches', async ({ page, site }) => {
  const errors = await visit(page, site, {
    before: `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };
      for (let size = 2 ** 22; size >= 1; size /= 2) try { for (;;) localStorage['fill' + Math.random()] = 'x'.repeat(size) } catch {}`,
  });
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await button(page, WORDS.ru.refuse).click();
  await phase(page, 'decided');
  expect(await page.evaluate(() => localStorage['kelisim.locale'])).toBeUndefined();
  expect(site.requests()).toEqual([]);
  expect(errors).toEqual([]);
});

const FULL = `const full = () => { throw new DOMException('full', 'QuotaExceededError') };
  Storage.prototype.setItem = full;
  for (let size = 2 ** 22; size >= 1; size /= 2) try { for (;;) sessionStorage['fill' + Math.random()] = 'x'.repeat(size) } catch {}
  IDBFactory.prototype.open = IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = full;`;

test('where session storage and IndexedDB are full, a yes and its withdrawal count', async ({
  page,
  site,
}) => {
  const errors = await visit(page, site, { before: FULL });
  await expectAskedAndSilent(page, site);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(expect.arrayContaining(['baspa', 'izdeu']));
  await call(page, (kelisim) => kelisim.withdraw());
  await expect(notice(page)).toBeHidden();
  await page.reload({ waitUntil: 'networkidle' });
  site.clear();
  await page.reload({ waitUntil: 'networkidle' });
  expect(await call(page, (kelisim) => kelisim.record()?.via)).toBe('withdraw');
  expect(site.requests()).toEqual([]);
  // Trackers may fail here, and we may not.
  expect(errors.filter(({ stack }) => stack?.includes('/kelisim/'))).toEqual([]);
});
