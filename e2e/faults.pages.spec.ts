import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAskedAndSilent, visit } from './support/faultPage.ts';
import {
  AKSHAMAT,
  buildSite,
  button,
  call,
  expect,
  NOTHING,
  notice,
  ourWarnings,
  type Page,
  phase,
  readConfig,
  test,
  turnTo,
  WORDS,
} from './support/test.ts';

const ASYNC = '<script async src="/kelisim/kelisim.js"></script>';
const LATE = `<script>addEventListener('load', () => document.head.append(Object.assign(
  document.createElement('script'), { src: '/kelisim/kelisim.js' })))</script>`;
for (const [how, tag] of Object.entries({ async: ASYNC, late: LATE }))
  test(`loaded ${how}, it asks, nothing runs before, and a yes starts the trackers`, async ({
    page,
    site,
  }) => {
    const errors = await visit(page, site, { tag });
    await expectAskedAndSilent(page, site);
    await button(page, WORDS.kk.accept).click();
    await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'komek', 'korme', 'qalqan', 'sanaq']);
    expect(errors).toEqual([]);
  });

test('a tag that an app puts in once more changes nothing', async ({ page, site, warnings }) => {
  await visit(page, site);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toContain('sanaq');
  await page.evaluate(() => {
    const again = document.createElement('script');
    again.src = '/kelisim/kelisim.js';
    document.head.append(again);
  });
  await expect.poll(() => ourWarnings(warnings)).toEqual([expect.stringMatching(/two tags/)]);
  await expect(page.locator('kelisim-consent')).toHaveCount(1);
  await phase(page, 'decided');
  expect(site.requests().filter(({ path }) => path === '/sanaq.js')).toHaveLength(1);
});

test.describe('of two versions on one page', () => {
  const { trackers, ...rest } = readConfig();
  test.use({ files: buildSite({ ...rest, trackers: trackers.slice(0, 1) }) });

  test('the first one holds, and one warning says so', async ({ page, site, warnings }) => {
    site.add('/old.js', readFileSync(join(AKSHAMAT, 'kelisim.js'), 'utf8'), {
      type: 'text/javascript',
    });
    await visit(page, site, { tag: 'TAG<script src="/old.js"></script>', body: '' });
    await expectAskedAndSilent(page, site);
    await expect(page.locator('kelisim-consent')).toHaveCount(1);
    expect(ourWarnings(warnings)).toEqual([expect.stringMatching(/two tags/)]);
    await call(page, (kelisim) => kelisim.accept());
    expect(await call(page, (kelisim) => kelisim.record()?.asked.trackers)).toEqual(['sanaq']);
    await expect.poll(() => site.heard()).toEqual(['sanaq']);
  });
});

for (const [what, extra] of Object.entries({ text: "'text'", functions: '() => 1' }))
  test(`a page that puts ${what} on built-in prototypes afterwards can accept and withdraw`, async ({
    page,
    site,
  }) => {
    const errors = await visit(page, site);
    await page.evaluate(`Object.prototype.extra = Array.prototype.extra = ${extra}`);
    await button(page, WORDS.kk.accept).click();
    await expect
      .poll(() => site.heard())
      .toEqual(expect.arrayContaining(['baspa', 'izdeu', 'qalqan', 'sanaq']));
    await call(page, (kelisim) => kelisim.withdraw());
    await expect.poll(async () => (await site.stored(page)).databases).toEqual([]);
    expect((await site.stored(page)).cookies).toEqual(['kelisim']);
    expect(errors).toEqual([]);
  });

/** What pages have that Kelisim uses, and frames that no address can be read of. */
const TAKEN: Record<string, string> = {
  'a constant URL': `<script>const URL = '/api/'</script><iframe src="https://www.youtube.com/embed/1"></iframe>`,
  'a variable URL': `<script>var URL = '/api/'</script><iframe src="https://www.youtube.com/embed/1"></iframe>`,
  'a frame whose address is none': '<iframe src="https://www.youtube.com:99999/embed/1"></iframe>',
};
for (const [what, html] of Object.entries(TAKEN))
  test(`on a page with ${what} a yes starts the trackers, and a withdrawal ends them without a reload`, async ({
    page,
    site,
  }) => {
    await page.route(/youtube/, (route) => route.abort());
    const errors = await visit(page, site, { tag: `TAG${html}`, body: '' });
    await page.evaluate('window.same = true');
    await button(page, WORDS.kk.accept).click();
    await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
    // The stand-ins themselves fail without the browser's `URL`.
    await page.evaluate("document.cookie = '_iz_uid=1'; localStorage._iz_last = '1'");
    expect((await site.stored(page)).cookies).toContain('_iz_uid');
    await call(page, (kelisim) => kelisim.withdraw());
    await expect.poll(() => site.stored(page)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
    expect(await page.evaluate('window.same')).toBe(true);
    expect(errors.filter(({ stack }) => stack?.includes('/kelisim/'))).toEqual([]);
  });

for (const [when, tag] of Object.entries({
  before: '<script>var self = {}</script>TAG',
  after: 'TAG<script>var self = {}</script>',
}))
  test(`a page that has its own \`self\` ${when} the tag is asked, and again when the record is gone`, async ({
    page,
    site,
    context,
  }) => {
    await visit(page, site, { tag });
    await expectAskedAndSilent(page, site);
    await button(page, WORDS.kk.refuse).click();
    await expect(notice(page)).toBeHidden();
    await context.clearCookies();
    await turnTo(page);
    await expect(notice(page)).toBeVisible();
  });

test('an event that only has the name of a sent form is left alone', async ({ page, site }) => {
  const errors = await visit(page, site);
  await page.evaluate(() => {
    for (const place of [document, window]) place.dispatchEvent(new Event('submit'));
  });
  expect(errors).toEqual([]);
});

const UNDRAWN: Record<string, { before?: string; policy?: string }> = {
  'the Trusted Types of the page leave ours out': {
    policy: "require-trusted-types-for 'script'; trusted-types other",
  },
  'an earlier script took shadow roots away': { before: 'Element.prototype.attachShadow = undefined' },
};
for (const [why, { before = '', policy }] of Object.entries(UNDRAWN))
  test(`where no notice can be drawn because ${why}, the page is guarded, nothing starts, and the console says so`, async ({
    page,
    site,
    warnings,
  }) => {
    const body = `<script>fetch('TRACKER/sanaq/c').catch(() => {}); new Image().src = 'TRACKER/baspa/px.gif';
      localStorage._sq_x = 1; document.cookie = '_iz_uid=1'</script>`;
    const headers: Record<string, string> = policy ? { 'content-security-policy': policy } : {};
    site.add(
      '/p',
      `<!doctype html><html lang="kk"><title>p</title><script>${before}</script>TAG<body>${body}`,
      { headers },
    );
    await page.goto(`${site.siteUrl}/p`, { waitUntil: 'networkidle' });
    expect(site.requests()).toEqual([]);
    expect(await site.stored(page)).toEqual({ cookies: [], local: [], session: [], databases: [] });
    expect(ourWarnings(warnings)).toHaveLength(1);
    expect(await page.evaluate(() => 'kelisim' in window)).toBe(false);
  });

const replaceDocument = (page: Page) =>
  page.evaluate(() => {
    const next = document.implementation.createHTMLDocument('next').documentElement;
    document.replaceChild(document.adoptNode(next), document.documentElement);
  });

test('a page that replaces its whole document element gets the notice back, and it works', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await expect(page.locator('kelisim-consent .corner')).toHaveCount(1);
  await replaceDocument(page);
  await expectAskedAndSilent(page, site);
  await button(page, WORDS.kk.accept).click();
  await phase(page, 'decided');
  await expect.poll(() => site.heard()).toContain('sanaq');
});

test('settings that stand open when a page replaces its document element can be opened again', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await button(page, WORDS.kk.preferences).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await replaceDocument(page);
  await button(page, WORDS.kk.preferences).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: WORDS.kk.refuse }).click();
  await phase(page, 'decided');
});

test('a page that writes itself anew runs nothing and asks with the next page', async ({ page, site }) => {
  await visit(page, site);
  await expect(page.locator('kelisim-consent .corner')).toHaveCount(1);
  await page.evaluate((tracker) => {
    document.open();
    document.write(`<script src="${tracker}/sanaq.js"></scr${'ipt'}><p>anew`);
    document.close();
  }, site.trackerUrl);
  await expect(page.getByText('anew')).toBeVisible();
  // Its buttons would be dead.
  await expect(page.locator('kelisim-consent')).toHaveCount(0);
  expect(site.requests()).toEqual([]);
  await phase(page, 'undecided');
  await page.reload({ waitUntil: 'networkidle' });
  await expectAskedAndSilent(page, site);
});
