import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableIn } from './bench/rivals/markdown.ts';
import { CONTESTANTS, openStand, type Stand, versions } from './bench/rivals/stands.ts';
import { ROOT } from './support/build.ts';
import { expect, test } from './support/test.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Bytes of one address as it is sent to a browser. */
async function sizeOf(url: string): Promise<number> {
  const reply = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  expect(reply.headers.get('content-encoding'), url).toBe('br');
  return Number(reply.headers.get('content-length'));
}

/** Bytes of the page and of the files that bring the notice. */
async function bytesOf({ siteUrl, tool, page }: Stand): Promise<number> {
  const paths = ['/p', ...Object.keys(tool.files).filter((path) => page.includes(path))];
  if (tool.host) paths.push('/kelisim/kelisim.js');
  const sizes = await Promise.all(paths.map((path) => sizeOf(siteUrl + path)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('Kelisim is smaller than every rival, with its guard than every one that gates trackers', async () => {
  const stands = await Promise.all(CONTESTANTS.map(openStand));
  try {
    const sizes = await Promise.all(stands.map(async (stand) => [stand.id, await bytesOf(stand)] as const));
    const order = sizes.sort(([, one], [, other]) => one - other).map(([id]) => id);
    expect(order).toEqual(['none', 'off', 'osano', 'kelisim', 'orejime', 'vanilla', 'klaro']);
  } finally {
    await Promise.all(stands.map((stand) => stand.close()));
  }
});

test('the README compares with the rivals that are installed, in table and picture', () => {
  const table = tableIn(readme) ?? '';
  expect(table, 'npm run bench').toContain(versions().join(', '));
  const picture = readFileSync(join(ROOT, 'demo/pictures/bench.svg'), 'utf8');
  const names = /^\| \| (.*) \|$/m.exec(table)?.[1]?.split(' | ') ?? [];
  expect(names).toHaveLength(6);
  for (const name of names) expect(picture).toContain(`>${name}</text>`);
});
