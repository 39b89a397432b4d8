import { createHash } from 'node:crypto';
import type { TrackerConfig } from '../src/site/schema.ts';
import { buildSite, call, expect, type Page, phase, readConfig, type Site, test } from './support/test.ts';

const note = (name: string) => `ran.push('${name}');`;
const sri = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
const tracker = (id: string, more: Partial<TrackerConfig>): TrackerConfig => ({
  ...{ id, name: id, purpose: 'analytics', uses: ['pixels'], description: { kk: 'Сынақ', ru: 'Проверка' } },
  ...{ provider: { name: 'Сынақ', country: 'KZ' }, start: [], stop: false, stores: [] },
  ...more,
});

const WAYS = ['async', 'attributes', 'defer', 'module', 'plain', 'right', 'wrong'];
const attributes = { id: 'own', 'data-x': '1', crossorigin: 'use-credentials' };
const trackers = [
  tracker('ways', {
    start: [
      { script: '/t/plain.js' },
      { script: '/t/async.js', async: true },
      { script: '/t/defer.js', defer: true },
      { script: '/t/module.js', module: true },
      { script: '/t/right.js', integrity: sri(note('right')) },
      { script: '/t/wrong.js', integrity: sri('something else') },
      { script: '/t/attributes.js', attributes },
      { pixel: 'http://127.0.0.1:4174/px/ways.gif?e=1' },
    ],
  }),
  tracker('counts', { uses: ['pixels', 'localStorage'], start: [{ script: '/t/counts.js' }] }),
  tracker('sells', { purpose: 'marketing', uses: ['cookies'], start: [{ script: '/t/sells.js' }] }),
  tracker('helps', { uses: ['pixels'], start: [{ script: '/t/helps.js' }] }),
];
test.use({ files: buildSite({ ...readConfig(), trackers }) });

/** Opens a page of ours. Returns the paths of everything under /t/ that it asks for. */
async function visit(page: Page, site: Site, body = '', headers: Record<string, string> = {}) {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(t|px)\//.test(pathname)) asked.push(pathname.split('/').pop() as string);
  });
  const names = [...WAYS, 'counts', 'sells', 'helps', 'a', 'b', 'c', 'last'];
  for (const name of names) site.add(`/t/${name}.js`, note(name), { type: 'text/javascript' });
  const facts = ['[id, crossOrigin, dataset.x].join()', "hasAttribute('async')", "hasAttribute('defer')"];
  for (const [index, name] of ['attributes', 'async', 'defer'].entries())
    site.add(`/t/${name}.js`, `with (document.currentScript) ran.push('${name} ' + ${facts[index]});`, {
      type: 'text/javascript',
    });
  site.add('/t/module.js', "ran.push('module ' + import.meta.url.slice(-12));", { type: 'text/javascript' });
  site.add('/t/frame', '<p>frame</p>');
  const first = `<script nonce="abc">var ran = [], blocked = [];
    addEventListener('securitypolicyviolation', (event) => blocked.push(event.blockedURI));</script>`;
  const tag = '<script nonce="abc" src="/kelisim/kelisim.js"></script>';
  site.add('/t/page', `<html lang="kk"><title>t</title>${first}${tag}<body>${body}`, { headers });
  await page.goto(`${site.siteUrl}/t/page`, { waitUntil: 'networkidle' });
  asked.splice(0, 1);
  return asked;
}

const ran = (page: Page) => page.evaluate<string[]>('ran');
const ranSorted = async (page: Page) => (await ran(page)).sort();
const all = ['async true', 'attributes own,use-credentials,1', 'counts', 'defer true', 'helps'];
const ALL = [...all, 'module /t/module.js', 'plain', 'right', 'sells'];

test('every way to start a script is kept, a wrong hash keeps it out, and nothing starts on a refusal', async ({
  page,
  site,
}) => {
  const asked = await visit(page, site);
  await call(page, (kelisim) => kelisim.refuse());
  await page.reload({ waitUntil: 'networkidle' });
  await phase(page, 'decided');
  expect(asked.filter((name) => name !== 'page')).toEqual([]);
  expect(await ran(page)).toEqual([]);
  await call(page, (kelisim) => kelisim.accept());
  // `wrong` stands before `attributes` in the order of its tracker.
  await expect.poll(() => ranSorted(page)).toEqual(ALL);
  await expect.poll(() => site.requests().map(({ path }) => path)).toEqual(['/px/ways.gif?e=1']);
});

const PURPOSES = ['analytics', 'marketing', 'support', 'media', 'antifraud'] as const;
const KINDS = ['cookies', 'pixels', 'localStorage'] as const;
const IDS = ['ways', 'counts', 'sells', 'helps'];
const cases = [
  {
    missing: 'purpose',
    choice: { purposes: ['marketing'], technologies: KINDS, trackers: IDS },
    run: 'sells',
  },
  {
    missing: 'technology',
    choice: { purposes: PURPOSES, technologies: ['pixels'], trackers: ['counts', 'sells', 'helps'] },
    run: 'helps',
  },
  {
    missing: 'tracker',
    choice: { purposes: PURPOSES, technologies: KINDS, trackers: ['counts'] },
    run: 'counts',
  },
];
for (const { missing, choice, run } of cases)
  test(`a tracker whose ${missing} is not granted does not start`, async ({ page, site }) => {
    const asked = await visit(page, site);
    await page.evaluate((given) => window.kelisim.save(given as object), choice);
    await expect.poll(() => ran(page)).toEqual([run]);
    await call(page, (kelisim) => kelisim.open('notice'));
    expect(asked).toEqual([`${run}.js`]);
    expect(site.requests()).toEqual([]);
  });

for (const policy of ["'nonce-abc' 'strict-dynamic'", "'nonce-abc'"])
  test(`the page's nonce is passed on under script-src ${policy}`, async ({ page, site }) => {
    const inline = '<script type="text/plain" data-kelisim="helps" nonce="abc">ran.push("inline")</script>';
    await visit(page, site, inline, { 'content-security-policy': `script-src ${policy}` });
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(() => ranSorted(page)).toEqual([...ALL, 'inline'].sort());
    expect(await page.evaluate('blocked')).toEqual([]);
  });

const MARKUP = `<script type="text/plain" data-kelisim="helps" src="/t/a.js"></script>
  <p id="place"></p><script type="text/plain" data-kelisim="helps" id="inline">
    ran.push(document.currentScript.id + ' at ' + document.currentScript.previousElementSibling.id)</script>
  <script type="text/plain" data-kelisim="helps" data-type="module">ran.push('inline ' + typeof import.meta)</script>
  <script type="text/plain" data-kelisim="helps" data-src="/t/b.js"></script>
  <iframe data-kelisim="helps" data-src="/t/frame"></iframe>
  <img data-kelisim="helps" data-src="TRACKER/px/markup.gif">
  <img data-kelisim="helps" data-srcset="TRACKER/px/set.gif 1x" data-src="TRACKER/px/no.gif">`;
const MARKED = ['a', 'b', 'inline at place', 'inline object'];

test('inert markup comes to life in its place, each once, also after withdrawing and accepting again', async ({
  page,
  site,
}) => {
  const asked = await visit(page, site, MARKUP);
  expect(asked).toEqual([]);
  await call(page, (kelisim) => kelisim.accept());
  await expect.poll(() => ranSorted(page)).toEqual([...ALL, ...MARKED].sort());
  await expect(page.frameLocator('iframe').getByText('frame')).toBeVisible();
  await call(page, (kelisim) => kelisim.withdraw());
  await call(page, (kelisim) => kelisim.accept());
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<script type="text/plain" data-kelisim="helps" src="/t/last.js"></script>',
    ),
  );
  await expect.poll(() => ranSorted(page)).toEqual([...ALL, ...MARKED, 'last'].sort());
  const images = asked.filter((name) => name.endsWith('.gif')).sort();
  expect(images).toEqual(['markup.gif', 'set.gif', 'ways.gif']);
});

for (const when of ['before', 'after'])
  test(`markup that the page adds ${when} the choice starts then, and not without it`, async ({
    page,
    site,
  }) => {
    const asked = await visit(page, site);
    const accept = () =>
      call(page, (kelisim) =>
        kelisim.save({ purposes: ['analytics'], technologies: ['pixels'], trackers: ['helps'] }),
      );
    if (when === 'after') await accept();
    await page.evaluate(() => {
      const inert = (name: string, id = 'helps') =>
        `<script type="text/plain" data-kelisim="${id}" src="/t/${name}.js"></script>`;
      const holder = document.createElement('div');
      holder.innerHTML = inert('a');
      document.body.append(...holder.childNodes);
      document.body.insertAdjacentHTML(
        'beforeend',
        `<section><p>${inert('b')}${inert('sells', 'sells')}</p></section>`,
      );
      const script = Object.assign(document.createElement('script'), { type: 'text/plain', src: '/t/c.js' });
      script.dataset.kelisim = 'helps';
      holder.append(script);
      document.body.append(holder);
    });
    if (when === 'before') {
      expect(await ran(page)).toEqual([]);
      await accept();
    }
    await expect.poll(() => ranSorted(page)).toEqual(['a', 'b', 'c', 'helps']);
    expect([...asked].sort()).toEqual(['a.js', 'b.js', 'c.js', 'helps.js']);
  });

for (const id of ['nobody', 'constructor', '__proto__'])
  test(`the unknown name ${id} stays off and is told once`, async ({ page, site, warnings }) => {
    const asked = await visit(
      page,
      site,
      `<script type="text/plain" data-kelisim="${id}" src="/t/a.js"></script>`,
    );
    await call(page, (kelisim) => kelisim.accept());
    await expect.poll(() => ranSorted(page)).toEqual(ALL);
    expect(asked).not.toContain('a.js');
    // The page's own script stands before our tag, which is told, too.
    expect(warnings.filter((text) => !text.includes('not first on the page'))).toEqual([
      expect.stringMatching(new RegExp(`^\\[kelisim\\].*"${id}".*consent\\.config\\.json`)),
    ]);
  });
