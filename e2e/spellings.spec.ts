import { call, expect, notice, test } from './support/test.ts';

/** Ways to write an address of a vendor that nobody declared, each with the vendor. */
const HELD: [address: string, tracker: string][] = [
  ['https://hotjar.com/1', 'hotjar'],
  ['https://a.b.c.hotjar.com/2', 'hotjar'],
  ['//static.hotjar.com/3', 'hotjar'],
  ['HTTPS://STATIC.HotJar.COM/4', 'hotjar'],
  ['https://static.hotjar.com./5', 'hotjar'],
  ['https://static.hotjar.com.:8443/6', 'hotjar'],
  ['https://static.hotjar.com:443/7', 'hotjar'],
  ['http://static.hotjar.com:8080/8?a#b', 'hotjar'],
  ['https://me:secret@static.hotjar.com/9', 'hotjar'],
  ['https:\\\\static.hotjar.com\\10', 'hotjar'],
  [' ht\ntps://static.hot\tjar.com/11 ', 'hotjar'],
  ['https://%73tatic.hotjar.com/12', 'hotjar'],
  ['https://static。hotjar．com/13', 'hotjar'],
  ['https://ｓｔａｔｉｃ.hotjar.com/14', 'hotjar'],
  ['https:static.hotjar.com/15', 'hotjar'],
  ['https://static.hotjar.com', 'hotjar'],
  ['https://www.facebook.com/tr?id=16', 'meta-pixel'],
  ['https://www.facebook.com/a/../tr/17', 'meta-pixel'],
  ['https://vk.com/js/api/openapi.js?18', 'vk-retargeting'],
  ['https://mc.yandex.ru/watch/19', 'yandex-metrica'],
];

/** Addresses that only look like one. */
const FREE = [
  'https://nothotjar.com/1',
  'https://hotjar.com.example/2',
  'https://hotjar.comx/3',
  'https://hotjar.example/4',
  'https://example.com/hotjar.com/5',
  'https://example.com/static.hotjar.com/6',
  'https://example.com/7?to=https://static.hotjar.com/',
  'https://example.com/8@hotjar.com/',
  'https://yandex.ru/9',
  'https://mc.yandex.ru.example/10',
  'https://www.facebook.com/11',
  'https://example.com/tr/12',
  'https://vk.com/share.php?13',
  'https://com/14',
  'https://example/15',
  'https://[2001:db8::1]/16',
];

test('a vendor is known however its address is written, and nobody is taken for it', async ({
  page,
  site,
}) => {
  const asked: string[] = [];
  await page.route(
    (url) => url.host !== new URL(site.siteUrl).host,
    (route) => {
      asked.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(site.siteUrl);
  await expect(notice(page)).toBeVisible();
  const before = (await call(page, (kelisim) => kelisim.held())).length;
  await page.evaluate(
    (addresses) => {
      for (const address of addresses) new Image().src = address;
    },
    [...HELD.map(([address]) => address), ...FREE],
  );
  await expect.poll(() => asked.length).toBe(FREE.length);
  expect(asked.sort()).toEqual([...FREE].sort());
  const held = (await call(page, (kelisim) => kelisim.held())).slice(before).filter(({ held }) => held);
  expect(held.map(({ tracker }) => tracker)).toEqual(HELD.map(([, tracker]) => tracker));
});
