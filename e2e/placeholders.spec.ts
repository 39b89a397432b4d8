import type { Locator } from '@playwright/test';
import {
  buildSite,
  button,
  call,
  expect,
  notice,
  type Page,
  phase,
  readConfig,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

const VIDEO = '/korme/video.html';

const MARKED = `<iframe id="one" title="Бейне" data-kelisim="korme" data-src="TRACKER${VIDEO}" width="420" height="240"></iframe>`;
const SECOND = `<iframe id="two" title="Екінші" data-kelisim="korme" data-src="TRACKER${VIDEO}?2" style="width:60%;aspect-ratio:2"></iframe>`;

async function visit(page: Page, site: Site, body = MARKED, headers: Record<string, string> = {}) {
  site.add('/p', `<!doctype html><html lang="kk"><title>Бет</title>TAG<body><h1>Бет</h1>${body}`, {
    headers,
  });
  await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
}

const words = {
  kk: {
    text: /Korme Video.*Korme Video Inc\. \(АҚШ\)/,
    once: 'Тек осыны көрсету',
    always: /мазмұнын әрқашан көрсету/,
  },
  ru: { text: /Korme Video Inc\. \(США\)/, once: 'Показать только это', always: /Всегда показывать/ },
};

const inside = (page: Page, frame: string) => page.frameLocator(frame);
const press = (page: Page, frame: string, name: string | RegExp) =>
  inside(page, frame).getByRole('button', { name }).click();
const asked = (site: Site) => site.requests().map(({ path }) => path);
const sizeOf = async (frame: Locator) => {
  const { width, height } = (await frame.boundingBox()) ?? { width: 0, height: 0 };
  return [Math.round(width), Math.round(height)];
};

test('stands in the frame in its own size, asks for nothing, and says what it is', async ({ page, site }) => {
  await visit(page, site, MARKED + SECOND);
  await expect(inside(page, '#one').locator('div[lang=kk]')).toContainText(words.kk.text);
  await expect(inside(page, '#two').locator('div[lang=kk]')).toContainText(words.kk.text);
  await expect(inside(page, '#one').locator('div[lang=ru]')).toBeHidden();
  const { width } = page.viewportSize() ?? { width: 0 };
  expect(await sizeOf(page.locator('#one'))).toEqual([424, 244]);
  const [wide = 0, high = 0] = await sizeOf(page.locator('#two'));
  expect(wide).toBeGreaterThan(width / 2);
  expect(Math.abs(wide - 2 * high)).toBeLessThan(10);
  expect(site.requests()).toEqual([]);
});

test('follows the language', async ({ page, site }) => {
  await visit(page, site);
  await expect(inside(page, '#one').getByRole('button', { name: words.kk.once })).toBeVisible();
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await expect(inside(page, '#one').locator('div[lang=ru]')).toContainText(words.ru.text);
  await expect(inside(page, '#one').getByRole('button', { name: words.ru.once })).toBeVisible();
  await expect(inside(page, '#one').getByRole('button', { name: words.kk.once })).toBeHidden();
});

test('follows the colours of the browser', { tag: '@needs-media' }, async ({ page, site }) => {
  await visit(page, site);
  const paper = () =>
    inside(page, '#one')
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  await expect.poll(paper).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(paper).toBe('rgb(23, 32, 30)');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(paper).toBe('rgb(255, 255, 255)');
});

for (const state of ['undecided', 'refused'] as const)
  test(`${state}: one press shows this one, nothing else, and decides nothing`, async ({ page, site }) => {
    await visit(page, site, MARKED + SECOND);
    if (state === 'refused') await button(page, WORDS.kk.refuse).click();
    const before = await page.evaluate('JSON.stringify(kelisim.state)');
    await press(page, '#one', words.kk.once);
    await expect.poll(() => asked(site)).toEqual([VIDEO]);
    await expect(inside(page, '#one').getByRole('img')).toBeVisible();
    await expect(inside(page, '#two').getByRole('button', { name: words.kk.once })).toBeVisible();
    expect(await page.evaluate('JSON.stringify(kelisim.state)')).toBe(before);
    expect(await page.evaluate('document.activeElement.id')).toBe('one');
    // The sweeps of the widget leave it alone, and the next page asks again.
    await page.evaluate("document.body.append('more')");
    await page.reload({ waitUntil: 'networkidle' });
    await expect(inside(page, '#one').getByRole('button', { name: words.kk.once })).toBeVisible();
    expect(asked(site)).toEqual([VIDEO]);
  });

// Firefox's history takes over what a window is loading that was pressed in, and a reload would ask for it once more.
for (const answer of [words.kk.once, words.kk.always])
  test(`what comes in the place of a placeholder comes in a new window (${answer})`, async ({
    page,
    site,
  }) => {
    await visit(page, site);
    await expect(inside(page, '#one').getByRole('button', { name: answer })).toBeVisible();
    await page.evaluate('before = one.contentWindow; steps = history.length');
    await press(page, '#one', answer);
    await expect(inside(page, '#one').getByRole('img')).toBeVisible();
    expect(await page.evaluate('[one.contentWindow === before, history.length - steps]')).toEqual([false, 0]);
    expect(asked(site)).toEqual([VIDEO]);
  });

test('a placeholder that the page has emptied keeps nothing from starting or from being drawn', async ({
  page,
  site,
}) => {
  await visit(page, site, MARKED + SECOND);
  await expect(inside(page, '#one').getByRole('button', { name: words.kk.once })).toBeVisible();
  await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.documentElement.remove());
  await call(page, (kelisim) => kelisim.setLanguage('ru'));
  await expect(inside(page, '#two').getByRole('button', { name: words.ru.once })).toBeVisible();
  await call(page, (kelisim) => kelisim.setLanguage('kk'));
  await press(page, '#two', words.kk.always);
  await expect.poll(() => asked(site).sort()).toEqual([VIDEO, `${VIDEO}?2`]);
});

for (const state of ['undecided', 'refused'] as const)
  test(`${state}: one press for all shows every one, now and on later pages, and nothing else`, async ({
    page,
    site,
  }) => {
    await visit(page, site, MARKED + SECOND);
    if (state === 'refused') await button(page, WORDS.kk.refuse).click();
    await press(page, '#one', words.kk.always);
    await expect.poll(() => asked(site).sort()).toEqual([VIDEO, `${VIDEO}?2`]);
    await phase(page, 'decided');
    await expect(notice(page)).toBeHidden();
    // Firefox's driver breaks where a page is left while frames in it are loading.
    for (const frame of ['#one', '#two']) await expect(inside(page, frame).getByRole('img')).toBeVisible();
    expect(await call(page, (kelisim) => kelisim.record()?.granted)).toEqual({
      purposes: ['media'],
      technologies: ['cookies'],
      trackers: ['korme'],
    });
    site.clear();
    await page.reload({ waitUntil: 'networkidle' });
    await expect.poll(() => asked(site).sort()).toEqual([VIDEO, `${VIDEO}?2`]);
    expect(site.heard()).toEqual(['korme']);
  });

test('one press for all adds to what is granted, and wakes nothing that lacked a technology', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await page.evaluate(() =>
    window.kelisim.save({
      purposes: ['analytics', 'marketing'],
      technologies: ['pixels', 'localStorage'],
      trackers: ['sanaq', 'baspa'],
    }),
  );
  await expect.poll(() => site.heard()).toEqual(['baspa']);
  await press(page, '#one', words.kk.always);
  await expect.poll(() => site.heard()).toEqual(['baspa', 'korme']);
  expect(await call(page, (kelisim) => ['baspa', 'korme', 'sanaq'].map(kelisim.allows))).toEqual([
    true,
    true,
    false,
  ]);
});

test('what was shown once ends with the next decision, and can be asked for again', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await press(page, '#one', words.kk.once);
  await expect.poll(() => asked(site)).toEqual([VIDEO]);
  await button(page, WORDS.kk.refuse).click();
  await press(page, '#one', words.kk.once);
  await expect.poll(() => asked(site)).toEqual([VIDEO, VIDEO]);
});

test('a frame that the page adds later, or that it made without a mark, gets one, too', async ({
  page,
  site,
}) => {
  await visit(page, site, '');
  await page.evaluate((src) => {
    const make = (id: string) =>
      document.body.appendChild(Object.assign(document.createElement('iframe'), { id }));
    Object.assign(make('late').dataset, { kelisim: 'korme', src });
    make('plain').src = src;
  }, site.trackerUrl + VIDEO);
  for (const id of ['#late', '#plain'])
    await expect(inside(page, id).getByRole('button', { name: words.kk.once })).toBeVisible();
  expect(site.requests()).toEqual([]);
  await press(page, '#plain', words.kk.once);
  await expect.poll(() => asked(site)).toEqual([VIDEO]);
  await expect(inside(page, '#plain').getByRole('img')).toBeVisible();
  await press(page, '#late', words.kk.always);
  await expect.poll(() => asked(site)).toEqual([VIDEO, VIDEO]);
});

test('a place that a script fills has one press for all, and is left to the script then', async ({
  page,
  site,
}) => {
  const place = '<div id="map" data-kelisim="korme" aria-label="Карта" style="height:200px"></div>';
  await visit(page, site, place);
  const frame = page.locator('#map > iframe');
  await expect(frame).toHaveAttribute('title', 'Карта');
  await expect(inside(page, '#map > iframe').getByRole('button', { name: words.kk.once })).toHaveCount(0);
  await press(page, '#map > iframe', words.kk.always);
  await expect(frame).toHaveCount(0);
  expect(await call(page, (kelisim) => kelisim.allows('korme'))).toBe(true);
});

test('on a protected route nothing can be shown, and it says so', async ({ page, site }) => {
  await visit(page, site, MARKED + SECOND);
  await press(page, '#one', words.kk.once);
  await expect.poll(() => asked(site)).toEqual([VIDEO]);
  await page.evaluate("history.pushState({}, '', '/nesie/')");
  for (const id of ['#one', '#two']) {
    await expect(inside(page, id).locator('div[lang=kk]')).toContainText(
      'Бұл парақшада сыртқы мазмұн көрсетілмейді.',
    );
    await expect(inside(page, id).getByRole('button', { name: words.kk.once })).toBeHidden();
  }
  await page.evaluate("history.pushState({}, '', '/p')");
  await expect(inside(page, '#one').getByRole('button', { name: words.kk.once })).toBeVisible();
});

test.describe('under a strict policy', () => {
  test('it is drawn and pressed without a word of refusal', async ({ page, site }) => {
    const policy = `script-src 'nonce-abc' 'strict-dynamic'; style-src 'self'; frame-src ${site.trackerUrl}; require-trusted-types-for 'script'; trusted-types kelisim`;
    site.add(
      '/p',
      `<!doctype html><html lang="kk"><title>Бет</title><script nonce="abc">window.refused = []; addEventListener('securitypolicyviolation', ({ violatedDirective }) => refused.push(violatedDirective))</script><script nonce="abc" src="/kelisim/kelisim.js"></script><body>${MARKED}`,
      { headers: { 'content-security-policy': policy } },
    );
    await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
    const once = inside(page, '#one').getByRole('button', { name: words.kk.once });
    await expect(once).toBeVisible();
    expect(await once.evaluate((one) => getComputedStyle(one).borderRadius)).not.toBe('0px');
    await once.click();
    await expect.poll(() => asked(site)).toEqual([VIDEO]);
    expect(await page.evaluate('refused')).toEqual([]);
  });
});

test.describe('where the page says which colours', () => {
  test.use({ files: buildSite({ ...readConfig(), theme: { scheme: 'page' } } as never) });

  test('it follows the page', async ({ page, site }) => {
    await visit(page, site);
    const body = inside(page, '#one').locator('body');
    await expect(body).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await page.evaluate(() => document.documentElement.setAttribute('data-kelisim-theme', 'dark'));
    await expect(body).toHaveCSS('background-color', 'rgb(23, 32, 30)');
  });
});

test.describe('with both languages in sight', () => {
  test.use({ files: buildSite({ ...readConfig(), languageMode: 'both' }) });

  test('it says all in both, Kazakh first, in letters of one size, and has each button once', async ({
    page,
    site,
  }) => {
    await visit(page, site);
    const frame = inside(page, '#one');
    await expect(frame.locator('[lang=kk] p').first()).toContainText(words.kk.text);
    await expect(frame.locator('[lang=ru] p').first()).toContainText(words.ru.text);
    const places = await frame.locator('body').evaluate((body) =>
      ['kk', 'ru'].map((lang) => {
        const text = body.querySelector(`[lang=${lang}] p`) as Element;
        return { top: text.getBoundingClientRect().top, size: getComputedStyle(text).fontSize };
      }),
    );
    expect(places[0]?.top).toBeLessThan(Number(places[1]?.top));
    expect(places[0]?.size).toBe(places[1]?.size);
    await expect(frame.getByRole('button')).toHaveText([
      /^Тек осыны көрсету\s*Показать только это$/,
      /^«Korme Video» мазмұнын әрқашан көрсету\s*Всегда показывать/,
    ]);
    await press(page, '#one', words.ru.once);
    await expect.poll(() => asked(site)).toEqual([VIDEO]);
  });
});
