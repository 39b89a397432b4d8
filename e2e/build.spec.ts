import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { renderPage } from '../demo/site/pages.ts';
import { filesOf } from './support/presets/page.ts';
import {
  AKSHAMAT,
  test as base,
  buildSite,
  button,
  expect,
  notice,
  phase,
  readConfig,
  WORDS,
} from './support/test.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const kelisim = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: root, encoding: 'utf8' });
const sha256 = (body: Buffer | string) => `sha256-${createHash('sha256').update(body).digest('base64')}`;

/** `test` with an empty folder that is gone afterwards. */
const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture asks for
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'kelisim-build-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
});

const KINDS = [
  'csp.txt',
  ...[
    'details.kk-HASH.json',
    'details.ru-HASH.json',
    'kelisim.d.ts',
    'kelisim.js',
    'later-HASH.js',
    'manifest.json',
  ],
  ...[
    'policy.kk-HASH.html',
    'policy.ru-HASH.html',
    'preferences-HASH.js',
    'snippet.html',
    'snippet.inline.html',
  ],
];

test('the build writes every file it lists, and the same bytes each time', ({ folder }) => {
  const [first, second] = [join(folder, 'one'), join(folder, 'two')];
  const { status, stdout } = kelisim('build', 'demo/consent.config.json', '--out', first);
  expect(status).toBe(0);
  expect(kelisim('build', 'demo/consent.config.json', '--out', second).status).toBe(0);
  const names = readdirSync(first).sort();
  expect(names.map((name) => name.replace(/-[\da-f]{8,}\./, '-HASH.'))).toEqual(KINDS);
  for (const name of names) {
    expect(stdout).toContain(name);
    expect(readFileSync(join(second, name)).equals(readFileSync(join(first, name)))).toBe(true);
  }
  expect(readdirSync(second).sort()).toEqual(names);
});

test('the manifest tells the real sizes and hashes of the files beside it', ({ folder }) => {
  expect(kelisim('build', 'demo/consent.config.json', '--out', folder).status).toBe(0);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(manifest.version).toBe(version);
  const others = readdirSync(folder).filter((name) => name !== 'manifest.json');
  expect(Object.keys(manifest.files).sort()).toEqual(others.sort());
  for (const name of others) {
    const body = readFileSync(join(folder, name));
    const { bytes, gzip, brotli, integrity } = manifest.files[name];
    expect({ name, bytes, gzip, integrity }).toEqual({
      name,
      bytes: body.length,
      gzip: gzipSync(body, { level: 9 }).length,
      integrity: sha256(body),
    });
    expect(Math.abs(brotli - brotliCompressSync(body).length)).toBeLessThanOrEqual(8);
  }
});

test('an unusable configuration is told of in one go, with place and cure, and nothing is written', ({
  folder,
}) => {
  const config = readConfig();
  const [first, second] = config.trackers;
  const broken = {
    ...config,
    operator: { ...config.operator, bin: '123' },
    termDays: 400,
    colour: 'red',
    trackers: [
      { ...first, purpose: 'fun', stores: [{ kind: 'cookie', name: '*', lifetime: 'long' }] },
      { ...second, uses: [] },
    ],
  };
  const file = join(folder, 'consent.config.json');
  const out = join(folder, 'out');
  writeFileSync(file, JSON.stringify(broken));
  const { status, stderr, stdout } = kelisim('build', file, '--out', out);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  for (const [place, cure] of [
    ['operator.bin', '12 digits'],
    ['termDays', 'Write 1 to 395 days'],
    ['trackers[0].purpose', '"analytics", "marketing"'],
    ['trackers[0].stores[0].name', 'Write'],
    ['trackers[0].stores[0].lifetime', '"13 months"'],
    ['trackers[1].uses', '"cookies", "pixels", "localStorage"'],
    ['colour', 'is an unknown key'],
    ['policy.text.kk', 'Write its path'],
  ] as const) {
    const told = stderr.split('\n').filter((line) => line.includes(`: ${place}: `));
    expect(told.join('\n'), place).toContain(cure);
    expect(told.every((line) => line.startsWith(`${file}:1:`))).toBe(true);
  }
  expect(existsSync(out)).toBe(false);
});

for (const [name, text] of Object.entries({ 'no JSON': '{"operator": ', 'not there': undefined })) {
  test(`a configuration that is ${name} stops the build with one line that says so`, ({ folder }) => {
    const file = join(folder, 'consent.config.json');
    if (text) writeFileSync(file, text);
    const { status, stderr } = kelisim('build', file, '--out', join(folder, 'out'));
    expect(status).toBe(1);
    expect(stderr).toContain('consent.config.json cannot be used: 1 problem');
    expect(stderr).not.toContain('    at ');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
}

test('check lists what is wrong, ends with 1 only for problems, and writes nothing', ({ folder }) => {
  const good = kelisim('check', 'demo/consent.config.json');
  expect(good).toMatchObject({ status: 0, stderr: '' });
  expect(good.stdout).toBe(
    "demo/consent.config.json:8:5: warning: operator.bin: is the demo's sample. Write the operator's own BIN before publishing.\n" +
      'demo/consent.config.json can be used: 0 problems, 1 warning.\n',
  );
  const page = join(folder, 'index.html');
  writeFileSync(page, '<p>\n<noscript><img src="https://px.example/1"></noscript>');
  const bad = kelisim('check', 'demo/consent.config.json', '--pages', folder);
  expect(bad).toMatchObject({ status: 1, stderr: '' });
  expect(bad.stdout).toContain(`${page}:2:11: <img> of px.example/1 in <noscript>`);
  expect(bad.stdout).toMatch(/\n1 page: 1 problem\.\n$/);
  expect(readdirSync(folder)).toEqual(['index.html']);
});

test('no page of the demo loads a tracker before the visitor agrees', ({ folder }) => {
  const links = { trackerUrl: 'http://127.0.0.1:4174', kelisimTag: '', nonce: 'x' };
  const pages = [
    '/',
    '/nesie/',
    '/kabinet/',
    '/ru/',
    '/synaq/',
    '/synaq/csp/',
    '/synaq/spa/',
    '/synaq/gtm/',
    '/synaq/css/',
  ];
  for (const [index, address] of pages.entries())
    writeFileSync(join(folder, `${index}.html`), renderPage(address, links)?.body as string);
  const { stdout } = kelisim('check', 'demo/consent.config.json', '--pages', folder);
  expect(stdout).toMatch(/\n9 pages: 0 problems\.\n$/);
});

test('the schema for editors is beside the tool, and the configuration of the demo names it', ({
  folder,
}) => {
  const { $schema } = JSON.parse(readFileSync(join(root, 'demo/consent.config.json'), 'utf8'));
  const built = readFileSync(join(root, 'demo', $schema), 'utf8');
  const out = join(folder, 'new', 'schema.json');
  expect(kelisim('schema', '--out', out)).toMatchObject({ status: 0, stdout: `${out}\n` });
  expect(readFileSync(out, 'utf8')).toBe(built);
});

for (const [args, said] of [
  [['check'], 'Name what is to be checked.'],
  [['build', 'a.json'], 'Name the place for what is written with --out.'],
  [['build', '--out', 'x'], 'Name one configuration for "build".'],
  [['schema', 'a.json', '--out', 'x'], '"schema" takes no file.'],
  [['chekc', 'a.json'], 'There is no command "chekc".'],
] as const) {
  test(`kelisim ${args.join(' ')} is told what is missing`, () => {
    const { status, stderr } = kelisim(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(`kelisim: ${said}`);
  });
}

test('npx kelisim --version in the repository prints the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const printed = execFileSync('npx', ['--yes', 'kelisim', '--version'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(printed.trim()).toBe(version);
});

test('kelisim.js of a site with ten presets and protected routes is as small as the README says', () => {
  const trackers = [
    { use: 'google-analytics', id: 'G-ABCDE12345' },
    { use: 'google-tag-manager', id: 'GTM-ABC1234', carries: ['google-analytics', 'meta-pixel'] },
    { use: 'yandex-metrica', id: '12345678' },
    { use: 'meta-pixel', id: '123456789012345' },
    { use: 'tiktok-pixel', id: 'ABCDEFGHIJ0123456789' },
    { use: 'vk-ads', id: '1234567' },
    { use: 'microsoft-clarity', id: 'abcde12345' },
    { use: 'jivo', id: 'AbCdE12345' },
    { use: 'roistat', id: '0123456789abcdef0123456789abcdef' },
    { use: 'youtube' },
  ];
  expect(readConfig().protectedRoutes.length).toBeGreaterThan(0);
  const { files } = JSON.parse(readFileSync(join(filesOf(trackers), 'manifest.json'), 'utf8'));
  const { brotli } = files['kelisim.js'];
  expect(brotli).toBeLessThanOrEqual(10_500);
  const row = `| \`kelisim.js\` of a site with ten presets | 10.5 kB | ${(brotli / 1000).toFixed(1)} kB |`;
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(row);
});

const onPage = (tag: string) =>
  `<!doctype html><html lang="kk"><head><meta charset="utf-8">${tag}<title>Бет</title></head><body>`;

test.describe('of a site without trackers', () => {
  const files = buildSite({ ...readConfig(), trackers: [] });
  test.use({ files });
  const snippet = readFileSync(join(files, 'snippet.html'), 'utf8');
  const script = readFileSync(join(files, 'kelisim.js'), 'utf8');

  test('the browser takes the tag of snippet.html as it stands', async ({ page, site }) => {
    expect(snippet).toContain(`integrity="${sha256(script)}"`);
    site.add('/p', onPage(snippet));
    await page.goto(`${site.siteUrl}/p`);
    await expect(notice(page)).toBeVisible();
  });

  test('the browser runs no script that differs from the tag of snippet.html', async ({ page, site }) => {
    const refusals: string[] = [];
    page.on('console', (message) => refusals.push(message.text()));
    site.add('/kelisim/kelisim.js', `${script};`, { type: 'text/javascript' });
    site.add('/p', onPage(snippet));
    await page.goto(`${site.siteUrl}/p`);
    await expect.poll(() => refusals.join()).toContain('integrity');
    expect(await page.evaluate(() => 'kelisim' in window)).toBe(false);
  });
});

test('the inlined form works under a policy that allows nothing but its printed hash', async ({
  page,
  site,
}) => {
  const inline = readFileSync(join(AKSHAMAT, 'snippet.inline.html'), 'utf8');
  const policy = /<!-- Content-Security-Policy: (.*?) -->/.exec(inline)?.[1];
  expect(policy).toMatch(/^script-src 'sha256-[\w+/=]+'$/);
  const headers = { 'content-security-policy': `default-src 'none'; ${policy}` };
  site.add('/p', onPage(inline), { headers });
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  await button(page, WORDS.kk.refuse).click();
  await phase(page, 'decided');
  await page.reload();
  await phase(page, 'decided');
  await expect(notice(page)).toBeHidden();
});

test('kelisim.js of a site whose guard is off is at most 5.5 kB', () => {
  const files = buildSite({ ...readConfig(), guard: 'off' });
  const script = readFileSync(join(files, 'kelisim.js'));
  expect(brotliCompressSync(script).length).toBeLessThanOrEqual(5_500);
});
