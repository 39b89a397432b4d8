import {
  buildSite,
  button,
  call,
  expect,
  inScheme,
  notice,
  type Page,
  phase,
  readConfig,
  test,
  WORDS,
} from './support/test.ts';

const onPage = (body: string, head = '') =>
  `<!doctype html><html lang="kk"><head><meta charset="utf-8">${head}TAG<title>Бет</title></head><body>${body}</body></html>`;

const SAID = {
  kk: [
    ...[
      'cookie файлдарын',
      'пиксельдерді',
      'жергілікті қойманы',
      'үшінші тұлғаларға',
      'шетелге',
      'Ресей',
      'АҚШ',
    ],
    ...['180 күн', 'кері қайтарып ала аласыз', '«Finbox» микроқаржы ұйымы» ЖШС', 'БСН 000000000000'],
  ],
  ru: [
    ...['файлы cookie', 'пиксели', 'локальное хранилище', 'третьим лицам', 'за границу', 'Россия', 'США'],
    ...['180 дней', 'отозвать', 'ТОО «Микрофинансовая организация «Finbox»', 'БИН 000000000000'],
  ],
};
const POLICY = { kk: 'Құпиялылық саясаты', ru: 'Политика конфиденциальности' };
const HOME = { kk: '/', ru: '/ru/' };

/** Our element that has the focus, by its words; otherwise the tag of the page's own. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active?.shadowRoot ? `ours: ${active.shadowRoot.activeElement?.textContent}` : active?.tagName;
  });

for (const locale of ['kk', 'ru'] as const) {
  test(`the notice in ${locale} says what is used, who receives it, where, for how long and who asks`, async ({
    page,
    site,
  }) => {
    await page.goto(site.siteUrl + HOME[locale]);
    for (const words of SAID[locale]) await expect(notice(page)).toContainText(words);
    await notice(page).getByRole('button', { name: POLICY[locale] }).click();
    await expect(page.getByRole('dialog', { name: POLICY[locale] })).toBeVisible();
  });
}

test.describe('of another site', () => {
  const config = readConfig();
  const trackers = config.trackers.filter(({ provider }) => provider.country === 'KZ');
  test.use({ files: buildSite({ ...config, trackers, termDays: 30 }) });

  test('the notice says what that site does: its term, nothing sent abroad', async ({ page, site }) => {
    site.add('/p', onPage('<h1>Бет</h1>'));
    await page.goto(`${site.siteUrl}/p`);
    await expect(notice(page)).toContainText('Келісім 30 күн жарамды');
    await expect(notice(page)).toContainText('шетелге берілмейді');
    await expect(notice(page)).not.toContainText('cookie файлдарын');
  });
});

test('the notice lives in an open shadow root before the body and adds no style element', async ({
  page,
  site,
}) => {
  site.add('/p', onPage('<h1>Бет</h1>'));
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  const found = await page.evaluate(() => {
    const host = document.querySelector('kelisim-consent');
    return {
      before: host?.nextElementSibling?.tagName,
      parent: host?.parentElement?.tagName,
      mode: host?.shadowRoot?.mode,
      adopted: Boolean(host?.shadowRoot?.adoptedStyleSheets.length),
      styles:
        document.querySelectorAll('style').length +
        Number(host?.shadowRoot?.querySelectorAll('style').length),
    };
  });
  expect(found).toEqual({ before: 'BODY', parent: 'HTML', mode: 'open', adopted: true, styles: 0 });
});

test('the page behind the notice can be pressed, scrolled and filled in', async ({ page, site }) => {
  site.add(
    '/p',
    onPage('<button onclick="this.textContent += 1">Бет</button><input><div style="height: 9000px">'),
  );
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  await page.getByRole('button', { name: 'Бет' }).click();
  await expect(page.getByRole('button', { name: 'Бет1' })).toBeVisible();
  await page.getByRole('textbox').pressSequentially('Айгүл');
  await expect(page.getByRole('textbox')).toHaveValue('Айгүл');
  await page.mouse.wheel(0, 3000);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);
  await expect(notice(page)).toBeVisible();
  await phase(page, 'undecided');
});

test('the notice takes no focus, and the keyboard meets it first', async ({ page, site }) => {
  site.add('/p', onPage('<a href="/">Бет</a>'));
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  expect(await focused(page)).toBe('BODY');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('ours: Қаз');
});

test('a visitor who types while the notice comes goes on typing', async ({ page, site }) => {
  site.add('/p', onPage('<input>').replace('TAG', ''));
  await page.goto(`${site.siteUrl}/p`);
  await page.getByRole('textbox').focus();
  await page.keyboard.type('бір');
  await page.evaluate(() => {
    document.head.append(Object.assign(document.createElement('script'), { src: '/kelisim/kelisim.js' }));
  });
  await expect(notice(page)).toBeVisible();
  await page.keyboard.type(' екі');
  await call(page, (kelisim) => kelisim.open('notice'));
  await page.keyboard.type(' үш');
  await expect(page.getByRole('textbox')).toHaveValue('бір екі үш');
});

test('a screen reader is told the title, once the empty live region stands', async ({ page, site }) => {
  const early = `<script>document.addEventListener('kelisim:notice', () => {
    window.early = document.querySelector('kelisim-consent').shadowRoot.querySelector('[role=status]').textContent;
  });</script>`;
  site.add('/p', onPage('<h1>Бет</h1>', early));
  await page.goto(`${site.siteUrl}/p`);
  const status = page.locator('kelisim-consent').getByRole('status');
  await expect(status).toHaveText('Құпиялылық туралы хабарлама');
  await expect(status).toHaveAttribute('lang', 'kk');
  expect(await page.evaluate(() => (window as { early?: string }).early)).toBe('');
});

test('the re-open button comes with the decision and opens the preferences', async ({ page, site }) => {
  site.add('/p', onPage('<h1>Бет</h1>'));
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  await expect(button(page, 'Cookie')).toBeHidden();
  await button(page, WORDS.kk.refuse).click();
  await expect(notice(page)).toBeHidden();
  await button(page, 'Cookie').click();
  await expect(page.getByRole('dialog', { name: 'Құпиялылық баптаулары' })).toBeVisible();
});

/** WCAG contrast of a button's letters against its face. */
const contrast = (element: Element) => {
  const light = (colour: string) =>
    (colour.match(/[\d.]+/g) as string[])
      .map((part) => Number(part) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
  const { color, backgroundColor } = getComputedStyle(element);
  const [dark, bright] = [light(color), light(backgroundColor)].sort((one, other) => one - other) as [
    number,
    number,
  ];
  return (bright + 0.05) / (dark + 0.05);
};

const everyStyle = (element: Element) => {
  const style = getComputedStyle(element);
  return Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
};

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `accepting and refusing look the same in every respect: ${colorScheme}`,
    inScheme(colorScheme),
    async ({ page, site }) => {
      await page.emulateMedia({ colorScheme });
      for (const locale of ['kk', 'ru'] as const) {
        for (const width of [320, 360, 800, 1280]) {
          await page.setViewportSize({ width, height: 740 });
          await page.goto(site.siteUrl + HOME[locale]);
          const [accept, refuse] = [button(page, WORDS[locale].accept), button(page, WORDS[locale].refuse)];
          expect(await refuse.evaluate(everyStyle)).toEqual(await accept.evaluate(everyStyle));
          expect(await accept.evaluate(contrast)).toBeGreaterThanOrEqual(4.5);
          const [left, right] = [await accept.boundingBox(), await refuse.boundingBox()];
          // In hundredths of a pixel: Firefox counts with binary fractions.
          const size = (box: typeof left) => [box?.width.toFixed(2), box?.height.toFixed(2)];
          expect(size(right)).toEqual(size(left));
          expect(left?.x === right?.x || left?.y === right?.y).toBe(true);
        }
      }
    },
  );
}
