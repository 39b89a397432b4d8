import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeRecord } from '../src/widget/consent/record.ts';
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
} from './support/test.ts';

/** Would call `ran` in every way that markup runs by itself, and ask for `/x`. */
const MARKUP = `"><img src="/x" onerror="ran('img')"><script>ran('script')</script><svg onload="ran('svg')">`;
const both = (text: string) => ({ kk: text, ru: text });

const config = readConfig();
const named = (name: string) => `${name} ${MARKUP}`;
config.operator.name = both(named('Оператор'));
config.operator.contact = { phone: named('8 700') };
config.policy.title = both(named('Саясат'));
config.purposes = { media: { name: both(named('Медиа')), description: both(named('Мақсат')) } };
for (const tracker of config.trackers) {
  tracker.name = named(tracker.id);
  tracker.description = both(named('Сипаттама'));
  tracker.provider = { name: named('Провайдер'), country: 'RU' };
}

const folder = mkdtempSync(join(tmpdir(), 'kelisim-markup-'));
const policy = join(folder, 'policy.md');
writeFileSync(
  policy,
  `## Тақырып ${MARKUP}\n\n${MARKUP}\n\n[басу](javascript:ran('link')) <script><img src="/x" onerror="ran('open')"\n`,
);
const FILES = buildSite(config, both(policy));
const UNGUARDED = buildSite({ ...config, guard: 'off' }, both(policy));

const dialog = (page: Page) => page.getByRole('dialog');

/** Opens a page of this configuration. Gives what has been run and asked for. */
async function open(page: Page, site: Site, path = '/p') {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(() => {
    const list: string[] = [];
    Object.assign(window, { ranBy: list, ran: (what: string) => list.push(what) });
  });
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><meta charset="utf-8"><title>p</title>TAG<h1>Бет</h1>
    <iframe data-kelisim="korme" data-src="TRACKER/korme/video.html" title="Бейне" width="900" height="400"></iframe>
    <script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>`,
  );
  await page.goto(`${site.siteUrl}${path}`, { waitUntil: 'networkidle' });
  return {
    async expectNothingRun() {
      expect(await page.evaluate<string[]>('ranBy')).toEqual([]);
      expect(asked).not.toContain('/x');
      const strange = 'img, script, object, a[href^="javascript:"], [onerror], [onload]';
      await expect(page.locator('kelisim-consent').locator(strange)).toHaveCount(0);
    },
  };
}

test('the markup of these tests does run where it is taken for HTML', async ({ page, site }) => {
  const { expectNothingRun } = await open(page, site);
  await page.evaluate((markup) => document.body.insertAdjacentHTML('beforeend', markup), MARKUP);
  await expect.poll(() => page.evaluate<string[]>('ranBy')).toEqual(['img']);
  await expect(expectNothingRun()).rejects.toThrow();
});

test.describe('with markup in every text of the configuration', () => {
  test.use({ files: FILES });

  test('the notice shows it as text', async ({ page, site }) => {
    const { expectNothingRun } = await open(page, site);
    await expect(notice(page)).toContainText(named('Оператор'));
    await expect(notice(page)).toContainText(MARKUP);
    await expectNothingRun();
  });

  test('the panel shows it as text, in settings and in my choice', async ({ page, site }) => {
    const { expectNothingRun } = await open(page, site);
    await call(page, (kelisim) => kelisim.refuse());
    await button(page, 'Cookie').click();
    for (const word of ['Оператор', '8 700', 'Саясат', 'Медиа', 'Мақсат', 'sanaq', 'Сипаттама', 'Провайдер'])
      await expect(dialog(page)).toContainText(named(word));
    await expectNothingRun();
  });

  test('the policy shows its raw HTML as text, and a link that is a script as its words', async ({
    page,
    site,
  }) => {
    const { expectNothingRun } = await open(page, site);
    await button(page, 'Құпиялылық саясаты').click();
    const article = dialog(page).locator('summary').filter({ visible: true });
    await article.click();
    await expect(article).toHaveText(`Тақырып ${MARKUP}`);
    await expect(dialog(page)).toContainText(`<img src="/x" onerror="ran('open')"`);
    await expect(dialog(page).getByRole('link', { name: 'басу' })).toHaveCount(0);
    await expectNothingRun();
  });

  test('a placeholder shows it as text in its frame', async ({ page, site }) => {
    const { expectNothingRun } = await open(page, site);
    const inside = page.frameLocator('iframe');
    await expect(inside.locator('p').filter({ visible: true }).first()).toContainText(named('Провайдер'));
    await expect(inside.locator('img, script, svg')).toHaveCount(0);
    await expectNothingRun();
  });

  test('the receipts hold it as text, and are files, never pages', async ({ page, site }) => {
    const { expectNothingRun } = await open(page, site);
    await call(page, (kelisim) => kelisim.refuse());
    await button(page, 'Cookie').click();
    for (const [name, type] of [
      ['Жазбаны жүктеп алу', 'text/plain;charset=utf-8'],
      ['Жазбаны жүктеп алу (JSON)', 'application/json'],
    ] as const) {
      const link = dialog(page).getByRole('link', { name, exact: true });
      expect(await link.getAttribute('href')).toMatch(new RegExp(`^data:${type},[^<>"]*$`));
      const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const text = readFileSync(await file.path(), 'utf8');
      const value = named('Оператор');
      expect(text).toContain(type === 'application/json' ? JSON.stringify(value).slice(1, -1) : value);
    }
    await expectNothingRun();
  });
});

test.describe('with markup in the names of trackers and the guard off', () => {
  test.use({ files: UNGUARDED });

  test('the message about what cannot be stopped shows it as text', async ({ page, site }) => {
    const { expectNothingRun } = await open(page, site);
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(() => site.heard()).toContain('komek');
    await call(page, (kelisim) => kelisim.withdraw());
    await expect(page.locator('kelisim-consent').getByRole('alert')).toContainText(named('komek'));
    await expectNothingRun();
  });
});

test('nothing in the address of a page is read as ours, and nothing of it is shown', async ({
  page,
  site,
}) => {
  // Without the round button, which may be there already or come a moment later.
  const shown = () =>
    page
      .locator('kelisim-consent')
      .evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll('[role=status], .notice') ?? [])]
          .map((one) => one.outerHTML)
          .join(),
      );
  await open(page, site);
  const plain = await shown();
  const query = ['kelisim', 'lang', 'locale', 'open', 'data-kelisim-open'].map(
    (name) => `${name}=${encodeURIComponent(MARKUP)}`,
  );
  for (const tail of [
    `?${query.join('&')}`,
    `#${MARKUP}`,
    '#preferences',
    '?kelisim=accept#kelisim:accept',
  ]) {
    const { expectNothingRun } = await open(page, site, `/p${tail}`);
    await expect(notice(page)).toBeVisible();
    expect(await shown()).toBe(plain);
    await phase(page, 'undecided');
    await expectNothingRun();
  }
  expect(site.requests()).toEqual([]);
});

test('a cookie that is markup decides nothing, and a forged record with markup in it is shown as text', async ({
  page,
  site,
}) => {
  await open(page, site);
  const setCookie = (value: string) =>
    page.evaluate((value) => {
      // biome-ignore lint/suspicious/noDocumentCookie: as anything on the site could
      document.cookie = `kelisim=${value}; path=/`;
    }, value);
  await setCookie(MARKUP.replaceAll(';', ''));
  await page.reload();
  await expect(notice(page)).toBeVisible();
  expect(await call(page, (kelisim) => kelisim.state)).toEqual({ phase: 'undecided', why: 'unreadable' });

  await call(page, (kelisim) => kelisim.refuse());
  const record = await call(page, (kelisim) => kelisim.record());
  if (!record) throw new Error('no record');
  const { at, until, revision, asked } = record;
  // Without "=", with which the cookie would be no record any more.
  const number = "<script>ran('id')</script>";
  const head = [number, at, until, '<b>kk</b>', 'constructor', revision];
  await setCookie(encodeRecord(head, asked, { purposes: [], technologies: [], trackers: [] }));
  const { expectNothingRun } = await open(page, site);
  await phase(page, 'decided');
  await button(page, 'Cookie').click();
  await expect(dialog(page)).toContainText(number.replace(/.{4}(?=.)/g, '$&-'));
  await expectNothingRun();
  expect(site.requests()).toEqual([]);
});

test('what is held is told without what stands behind ? and # of its address', async ({ page, site }) => {
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  await open(page, site);
  const held = await page.evaluate(async (vendor) => {
    const events: unknown[] = [];
    document.addEventListener('kelisim:held', (event) => events.push((event as CustomEvent).detail));
    const url = `${vendor}/collect?token=SECRET&iin=SECRET#SECRET`;
    fetch(url).catch(() => {});
    navigator.sendBeacon(url, 'SECRET');
    new Image().src = url;

    document.body.insertAdjacentHTML('beforeend', `<iframe src="${url}"></iframe><img srcset="${url} 2x">`);
    document.head.append(Object.assign(document.createElement('script'), { src: url }));
    await new Promise((resolve) => setTimeout(resolve));
    return JSON.stringify([window.kelisim.held(), events]);
  }, 'https://www.clarity.ms');
  expect(JSON.parse(held)[0].length).toBeGreaterThan(4);
  expect(held).toContain('https://www.clarity.ms/collect"');
  expect(held).not.toContain('SECRET');
  expect(told.filter((text) => text.includes('SECRET'))).toEqual([]);
});
