import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AKSHAMAT,
  button,
  expect,
  notice,
  ourWarnings,
  type Page,
  phase,
  type Site,
  test,
  WORDS,
} from './support/test.ts';
import { watchComplaints } from './support/violations.ts';

interface Manifest {
  files: Record<string, { integrity: string }>;
}
const { files }: Manifest = JSON.parse(readFileSync(join(AKSHAMAT, 'manifest.json'), 'utf8'));

const dialog = (page: Page) => page.getByRole('dialog');
const builtName = (shape: RegExp) => readdirSync(AKSHAMAT).find((name) => shape.test(name)) as string;

/** Serves a built file with something behind it that must never be seen. */
function tamper(site: Site, shape: RegExp, tail: string): string {
  const name = builtName(shape);
  const type = { js: 'text/javascript', json: 'application/json', html: 'text/html' }[
    name.split('.').at(-1) as string
  ] as string;
  site.add(`/kelisim/${name}`, readFileSync(join(AKSHAMAT, name), 'utf8') + tail, { type });
  return name;
}

const open = async (page: Page, site: Site) => {
  const seen = await watchComplaints(page);
  site.add('/favicon.ico', '', { type: 'image/x-icon' });
  site.add(
    '/p',
    '<!doctype html><html lang="kk"><title>p</title>TAG<p>Бет</p><script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>',
  );
  await page.goto(`${site.siteUrl}/p`);
  return seen;
};

/** Fails on anything that the browser complains of beside this file, which is not the one that was promised. */
async function expectRefused(errors: string[], name: string): Promise<void> {
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  const others = errors.filter((text) => !text.includes('integrity') || !text.includes(name));
  expect(others).toEqual([]);
}

const RAN = ";document.title='tampered';";

interface Case {
  shape: RegExp;
  tail: string;
  /** The way of a visitor to that file. */
  ask(page: Page): Promise<void>;
}
const CASES: Record<string, Case> = {
  'what starts trackers': {
    ...{ shape: /^later-/, tail: RAN },
    ask: (page) => button(page, WORDS.kk.preferences).click(),
  },
  'the panel': {
    ...{ shape: /^preferences-/, tail: RAN },
    ask: (page) => button(page, WORDS.kk.preferences).click(),
  },
  "the panel's texts": {
    ...{ shape: /^details\.kk-/, tail: ' ' },
    ask: (page) => button(page, WORDS.kk.preferences).click(),
  },
  'the policy': {
    ...{ shape: /^policy\.kk-/, tail: '<p>tampered</p>' },
    ask: (page) => button(page, 'Құпиялылық саясаты').click(),
  },
};
for (const [what, { shape, tail, ask }] of Object.entries(CASES))
  test(`a tampered file of ${what} is refused, the notice says so and still asks`, async ({
    page,
    site,
    warnings,
  }) => {
    const name = tamper(site, shape, tail);
    const seen = await open(page, site);
    await ask(page);
    await expect(notice(page).getByRole('alert')).toBeVisible();
    await expect(dialog(page)).toBeHidden();
    await expectRefused(seen.errors, name);
    await expect
      .poll(() => [...new Set(ourWarnings(warnings))])
      .toEqual([expect.stringMatching(/upload all built files/)]);
    expect(await page.title()).toBe('p');
    await phase(page, 'undecided');
    await button(page, WORDS.kk.refuse).click();
    await phase(page, 'decided');
    expect(site.requests()).toEqual([]);
  });

test('a tampered kelisim.js is refused: nobody is asked, the page is whole, and nothing optional runs', async ({
  page,
  site,
}) => {
  tamper(site, /^kelisim\.js$/, RAN);
  const seen = await watchComplaints(page);
  // The demo's own page has the tag of `snippet.html`, with the hash.
  await page.goto(site.siteUrl, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectRefused(seen.errors, 'kelisim.js');
  expect(await page.evaluate('typeof kelisim')).toBe('undefined');
  expect(await page.title()).not.toBe('tampered');
  expect(site.requests()).toEqual([]);
});

test('every file that is loaded later is asked for with its hash', async ({ page, site }) => {
  await page.addInitScript(() => {
    const asked: Record<string, string> = {};
    Object.assign(window, { asked });
    const { fetch } = window;
    window.fetch = (input, init) => {
      asked[`${input}`] = `${init?.integrity}`;
      return fetch(input, init);
    };
    const { append } = Element.prototype;
    document.addEventListener('DOMContentLoaded', () => {
      for (const script of document.scripts) if (script.src) asked[script.src] = script.integrity;
    });
    Element.prototype.append = function (...nodes) {
      for (const node of nodes) if (node instanceof HTMLScriptElement) asked[node.src] = node.integrity;
      append.apply(this, nodes);
    };
  });
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  await open(page, site);
  await button(page, WORDS.kk.preferences).click();
  await expect(dialog(page)).toHaveAccessibleName('Құпиялылық баптаулары');
  await dialog(page).getByRole('button', { name: 'Құпиялылық саясаты' }).click();
  await dialog(page).getByRole('button', { name: 'Рус' }).click();
  await expect(dialog(page)).toHaveAccessibleName('Политика конфиденциальности');
  const lazy = (path: string) => /\/kelisim\/.+-\w{8}\./.test(path);
  const asked = Object.entries(await page.evaluate<Record<string, string>>('asked'))
    .map(([url, integrity]): [string, string] => [new URL(url, site.siteUrl).pathname, integrity])
    .filter(([path]) => lazy(path));
  expect(asked.map(([path]) => path).sort()).toEqual([...new Set(paths.filter(lazy))].sort());
  expect(asked).toHaveLength(6);
  // The port of the second origin is put right in what starts trackers, and so its hash is another one here.
  for (const [path, integrity] of asked)
    if (path.includes('later-')) expect(integrity).toMatch(/^sha256-[\w+/]{43}=$/);
    else expect(integrity, path).toBe(files[path.replace('/kelisim/', '')]?.integrity);
});
