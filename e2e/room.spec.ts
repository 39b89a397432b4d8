import {
  buildSite,
  button,
  expect,
  notice,
  type Page,
  readConfig,
  type Site,
  test,
  uncaught,
  WORDS,
} from './support/test.ts';

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };

const LINES = Array.from({ length: 60 }, (_, at) => `<p><a href="#${at}">Жол ${at}</a></p>`).join('');

const visit = async (page: Page, site: Site, { head = '', body = LINES } = {}) => {
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Бет</title>${head}TAG</head><body>${body}</body></html>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
};

const goTo = (page: Page, share: number) =>
  page.evaluate(async (share) => {
    window.scrollTo({ top: share * document.documentElement.scrollHeight, behavior: 'instant' });
    // What watches the page is told in a frame.
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, share);

const height = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight);

/** Words of the page that are in the window and cannot be pressed, because something of ours lies over them. */
const covered = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main a, p a')]
      .filter((line) => {
        const { left, top, bottom, height } = line.getBoundingClientRect();
        if (top < 0 || bottom > innerHeight) return false;
        return document.elementFromPoint(left + 2, top + height / 2) !== line;
      })
      .map(({ textContent }) => textContent),
  );

for (const layout of ['bar', 'corner'] as const)
  test.describe(`as a ${layout}`, () => {
    test.use({ files: buildSite({ ...readConfig(), layout }) });

    for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
      test(`the last lines of a page can be read beside the notice, ${name}`, async ({ page, site }) => {
        await page.setViewportSize(size);
        await visit(page, site);
        const short = await height(page);
        // Where the room is made.
        await expect.poll(() => height(page)).toBeGreaterThan(short + 100);
        await goTo(page, 1);
        const last = await page.getByText('Жол 59').boundingBox();
        const { y: top = 0 } = (await notice(page).boundingBox()) ?? {};
        expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThan(top);
        await button(page, WORDS.kk.refuse).click();
        await expect(notice(page)).toBeHidden();
        await expect.poll(() => height(page)).toBeLessThan(short + 100);
      });
  });

test.describe('as a card in the middle', () => {
  test.use({ files: buildSite({ ...readConfig(), layout: 'centre' }) });

  test('the notice asks for no room on a desktop, and for its own on a phone', async ({ page, site }) => {
    await page.setViewportSize(PHONE);
    await visit(page, site);
    await expect(page.locator('kelisim-room')).toHaveCount(1);
    await page.setViewportSize(DESKTOP);
    await expect(page.locator('kelisim-room')).toHaveCount(0);
  });
});

test('what the keyboard comes to is not under the notice', async ({ page, site }) => {
  await visit(page, site);
  await expect(page.locator('kelisim-room')).toHaveCount(1);
  await page.locator('a').first().focus();
  const under: string[] = [];
  for (let line = 0; line < 60; line += 1) {
    const place = await page.evaluate(() => {
      const { bottom } = (document.activeElement as Element).getBoundingClientRect();
      const root = document.querySelector('kelisim-consent')?.shadowRoot;
      const top = root?.querySelector('[popover]')?.getBoundingClientRect().top ?? 0;
      return { text: document.activeElement?.textContent ?? '', bottom, top };
    });
    if (place.bottom > place.top) under.push(place.text);
    await page.keyboard.press('Tab');
  }
  expect(under).toEqual([]);
});

test('on a phone the round button covers no word of the page, and waits at its end', async ({
  page,
  site,
}) => {
  await page.setViewportSize(PHONE);
  await visit(page, site);
  await button(page, WORDS.kk.refuse).click();
  await expect(page.locator('kelisim-consent .corner[data-away]')).toHaveCount(1);
  for (const share of [0, 0.2, 0.5, 0.7, 1]) {
    await goTo(page, share);
    expect(await covered(page)).toEqual([]);
  }
  await expect(page.locator('kelisim-consent .corner')).toHaveCSS('opacity', '1');
  await button(page, 'Cookie').click();
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('on a phone the keyboard and tools that read aloud find the round button anywhere on the page', async ({
  page,
  site,
}) => {
  await page.setViewportSize(PHONE);
  await visit(page, site);
  await button(page, WORDS.kk.refuse).click();
  const corner = page.locator('kelisim-consent .corner');
  await expect(corner).toHaveCSS('opacity', '0');
  await button(page, 'Cookie').focus();
  await expect(corner).toHaveCSS('opacity', '1');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
});

const ALWAYS = {
  'that is not longer than the screen': { body: '<p>Бет</p>' },
  'that is an app with a scroller of its own': {
    head: '<style>html, body { height: 100%; margin: 0; overflow: hidden } main { height: 100%; overflow: auto }</style>',
    body: `<main>${LINES}</main>`,
  },
  'whose sheets hide what they do not know': {
    head: '<style>html > :not(head, body) { display: none !important }</style>',
  },
};
for (const [what, parts] of Object.entries(ALWAYS) as [string, { head?: string; body?: string }][])
  test(`on a phone the round button stays in sight on a page ${what}`, async ({ page, site }) => {
    await page.setViewportSize(PHONE);
    await visit(page, site, parts);
    await button(page, WORDS.kk.refuse).click();
    await expect(button(page, 'Cookie')).toBeVisible();
    await goTo(page, 0);
    await expect(page.locator('kelisim-consent .corner')).toHaveCSS('opacity', '1');
    await button(page, 'Cookie').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  });

for (const [name, size] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
  test(`what lies beside the round button can be pressed, ${name}`, async ({ page, site }) => {
    await page.setViewportSize(size);
    await visit(page, site, { body: '<p>Бет</p>' });
    await button(page, WORDS.kk.refuse).click();
    await expect(button(page, 'Cookie')).toBeVisible();
    const { x = 0, y = 0, width = 0, height = 0 } = (await button(page, 'Cookie').boundingBox()) ?? {};
    const isOurs = (left: number) =>
      page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.localName === 'kelisim-consent', [
        left,
        y + height / 2,
      ] as const);
    expect(await isOurs(x + width / 2)).toBe(true);
    for (const away of [2, 20, 200]) expect(await isOurs(x + width + away)).toBe(false);
  });

test('on a desktop a decided page is as long as without Kelisim', async ({ page, site }) => {
  await visit(page, site);
  const short = await height(page);
  await expect(page.locator('kelisim-room')).toHaveCount(1);
  await button(page, WORDS.kk.refuse).click();
  await expect(page.locator('kelisim-room')).toHaveCount(0);
  expect(await height(page)).toBe(short);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollPaddingBottom)).toBe(
    '0px',
  );
});

test('a library that has put its own in the place of `remove` keeps nothing from starting', async ({
  page,
  site,
}) => {
  const errors = uncaught(page);
  await visit(page, site, {
    head: `<script>HTMLElement.prototype.remove = function () { this.parentNode.removeChild(this); return this }</script>`,
  });
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toContain('sanaq');
  await page.evaluate((url) => {
    document.body.insertAdjacentHTML(
      'beforeend',
      `<script type="text/plain" data-kelisim="komek" src="${url}/komek.js"></script>`,
    );
  }, site.trackerUrl);
  await expect.poll(() => site.heard()).toContain('komek');
  expect(errors).toEqual([]);
});

test('the room is not printed', { tag: '@needs-media' }, async ({ page, site }) => {
  await visit(page, site);
  await expect(page.locator('kelisim-room')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('kelisim-room')).toBeHidden();
});
