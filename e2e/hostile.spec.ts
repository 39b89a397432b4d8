import { button, expect, notice, type Page, phase, type Site, test, WORDS } from './support/test.ts';

const HOSTILE: Record<string, string> = {
  'hides and shrinks everything':
    ':not(html) { all: unset !important; display: none !important; font-size: 3px !important; color: transparent !important }',
  'turns everything off':
    ':not(html) { visibility: hidden !important; opacity: 0 !important; pointer-events: none !important; position: absolute !important; transform: scale(0) !important }',
  'has tiny letters': 'html { font-size: 4px } body { zoom: 0.2 }',
  'dresses its buttons':
    'button, p, h2, dialog, section { all: initial !important; width: 1px !important; height: 1px !important; padding: 90px !important; background: red !important }',
  'spoils inherited text':
    'html { text-transform: uppercase !important; letter-spacing: 2em !important; line-height: 9 !important; writing-mode: vertical-rl !important; text-align: right !important; word-spacing: 3em; color: red; font: 40px serif }',
};

const dialog = (page: Page) => page.getByRole('dialog');
const onPage = (attributes: string, head: string) =>
  `<!doctype html><html lang="kk"${attributes}><head><meta charset="utf-8">TAG<title>Бет</title>${head}</head><body><h1>Бет</h1></body></html>`;

/** Every shown element of ours with what the visitor sees of it. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot as ShadowRoot;
    const layer = root.querySelector('dialog[open]') ?? (root.querySelector(':popover-open') as Element);
    return [layer, ...layer.querySelectorAll('*')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .map((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        const seen = [
          'color',
          'background-color',
          'font-size',
          'direction',
          'text-transform',
          'pointer-events',
        ];
        const styles = seen.map((name) => style.getPropertyValue(name)).join(' ');
        return `${element.tagName} ${[left, top, width, height].map(Math.round)} ${styles}`;
      });
  });

const lookAt = async (page: Page, site: Site, html: string) => {
  site.add('/p', html);
  await page.goto(`${site.siteUrl}/p`);
  await expect(button(page, WORDS.kk.accept)).toBeVisible();
  const first = await looks(page);
  await button(page, WORDS.kk.preferences).click();
  await expect(dialog(page)).toBeVisible();
  return { first, second: await looks(page) };
};

const PAGES: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(HOSTILE).map(([name, css]) => [name, onPage('', `<style>${css}</style>`)]),
  ),
  'is written from right to left': onPage(' dir="rtl"', ''),
};
for (const [name, html] of Object.entries(PAGES)) {
  test(`notice and panel look the same on a page that ${name}`, async ({ page, site }) => {
    const plain = await lookAt(page, site, onPage('', ''));
    expect(plain.first.length).toBeGreaterThan(10);
    const spoilt = await lookAt(page, site, html);
    expect(spoilt.first).toEqual(plain.first);
    expect(spoilt.second).toEqual(plain.second);
  });
}

test('nothing of the page lies above the notice, whatever its z-index', async ({ page, site }) => {
  const cover = '<style>h1 { position: fixed; inset: 0; z-index: 2147483647; background: red }</style>';
  site.add('/p', onPage('', cover));
  await page.goto(`${site.siteUrl}/p`);
  await button(page, WORDS.kk.refuse).click();
  await phase(page, 'decided');
});

test('the notice stays and works when the page replaces its body', async ({ page, site }) => {
  site.add('/p', onPage('', ''));
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  await page.evaluate(() => document.body.replaceWith(document.createElement('body')));
  await expect(notice(page)).toBeVisible();
  await button(page, WORDS.kk.accept).click();
  await phase(page, 'decided');
});
