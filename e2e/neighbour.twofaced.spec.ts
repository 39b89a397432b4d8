import { expect, phase, test } from './support/test.ts';

/**
 * Expressions with `fake`, which makes an object that is `first` when it is made a text for the first time and
 * `then` ever after. OWN and THEIRS are addresses of the site and of a tracker.
 */
const VECTORS: [title: string, code: string][] = [
  ['fetch', 'fetch(fake("OWN", "THEIRS"))'],
  ['a beacon', 'navigator.sendBeacon(fake("OWN", "THEIRS"), "x")'],
  [
    'XMLHttpRequest',
    '{ const one = new XMLHttpRequest(); one.open("GET", fake("OWN", "THEIRS")); one.send(); }',
  ],
  ['EventSource', 'new EventSource(fake("OWN", "THEIRS"))'],
  ['a picture', 'new Image().src = fake("OWN", "THEIRS")'],
  ['an attribute', 'new Image().setAttribute("src", fake("OWN", "THEIRS"))'],
  ["an attribute's name", 'new Image().setAttribute(fake("title", "src"), "THEIRS")'],
  [
    'a script',
    '{ const one = document.createElement("script"); one.src = fake("OWN", "THEIRS"); document.head.append(one); }',
  ],
  [
    'a frame',
    '{ const one = document.createElement("iframe"); one.src = fake("OWN", "THEIRS"); document.body.append(one); }',
  ],
  ['HTML', `document.body.innerHTML = fake("<img src='OWN'>", "<img src='THEIRS'>")`],
  [
    'more HTML',
    `document.body.insertAdjacentHTML("beforeend", fake("<img src='OWN'>", "<img src='THEIRS'>"))`,
  ],
];

for (const [title, code] of VECTORS)
  test(`${title}: what is asked for is what was judged, whatever an object says later`, async ({
    page,
    site,
  }) => {
    const asked = page.waitForRequest(/own\.gif|tiny\.json|sanaq/);
    site.add('/own.gif', 'GIF89a', { type: 'image/gif' });
    site.add(
      '/p',
      '<!doctype html><html lang="kk"><head><meta charset="utf-8">TAG<title>Бет</title></head><body></body></html>',
    );
    await page.goto(`${site.siteUrl}/p`);
    await phase(page, 'undecided');
    const theirs = `${site.trackerUrl}/sanaq/ping?two-faced`;
    await page.evaluate(
      ([text]) => {
        const fake = (first: string, then: string) => {
          let count = 0;
          return {
            toString() {
              count += 1;
              return count > 1 ? then : first;
            },
          };
        };
        new Function('fake', text as string)(fake);
        new Image().src = '/own.gif?last';
      },
      [code.replaceAll('OWN', '/own.gif').replaceAll('THEIRS', theirs)],
    );
    await asked;
    await page.waitForLoadState('networkidle');
    expect(site.requests().map(({ path }) => path)).toEqual([]);
  });

test('what is stored is what was judged, whatever an object says later', async ({ page, site }) => {
  // Nothing is erased while its file does not come.
  await page.route('**/later-*', () => {});
  site.add(
    '/p',
    '<!doctype html><html lang="kk"><head><meta charset="utf-8">TAG<title>Бет</title></head><body></body></html>',
  );
  await page.goto(`${site.siteUrl}/p`);
  await phase(page, 'undecided');
  await page.evaluate(async () => {
    const fake = (first: string, then: string) => {
      let count = 0;
      const made: unknown = {
        toString() {
          count += 1;
          return count > 1 ? then : first;
        },
      };
      return made as string;
    };
    // biome-ignore lint/suspicious/noDocumentCookie: this is what is looked at
    document.cookie = fake('own=1', '_sq_id=1');
    localStorage.setItem(fake('own', '_sq_queue'), '1');
    await cookieStore.set(fake('made', '_sq_ses'), '1');
    await new Promise((resolve) => {
      indexedDB.open(fake('base', 'sanaq-db')).onsuccess = resolve;
    });
  });
  expect(await site.stored(page)).toEqual({
    cookies: ['made', 'own'],
    local: ['own'],
    session: [],
    databases: ['base'],
  });
});
