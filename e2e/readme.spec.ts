import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expected } from './conformance/expected.ts';
import { renderTable, tableIn } from './conformance/table.ts';
import { AKSHAMAT, expect, test } from './support/test.ts';
import { saidByTypes } from './support/types.ts';

interface Manifest {
  files: Record<string, { brotli: number }>;
}

const readme = readFileSync(join(AKSHAMAT, '../../README.md'), 'utf8');
const { files }: Manifest = JSON.parse(readFileSync(join(AKSHAMAT, 'manifest.json'), 'utf8'));

const sum = (...shapes: RegExp[]): string => {
  const bytes = Object.entries(files)
    .filter(([name]) => shapes.some((shape) => shape.test(name)))
    .reduce((total, [, { brotli }]) => total + brotli, 0);
  return `${(bytes / 1000).toFixed(1)} kB`;
};

const ROWS: [row: string, size: string][] = [
  ['`kelisim.js`', sum(/^kelisim\.js$/)],
  ['panel and Kazakh texts', sum(/^preferences-/, /^details\.kk-/)],
  ['`later-HASH.js`', sum(/^later-/)],
];

for (const [row, size] of ROWS)
  test(`the README gives the measured size of ${row}`, () => {
    const line = readme.split('\n').find((text) => text.startsWith(`| ${row} |`) && text.includes('kB'));
    expect(line?.split('|').at(-2)?.trim()).toBe(size);
  });

test('the README gives the same size of kelisim.js in its first lines', () => {
  const { brotli = 0 } = files['kelisim.js'] ?? {};
  expect(readme).toContain(`rules is ${(brotli / 1000).toFixed(1)} kB (brotli)`);
});

test('the README gives the results that the conformance suite holds every engine to', () => {
  expect(tableIn(readme), 'npm run conformance -- --write').toBe(renderTable(expected));
});

/** Code of the README that calls the API, as TypeScript: what is marked so, scripts of pages, and calls. */
const examples = [...readme.matchAll(/^ *```(?:ts|js|html)\n([\s\S]*?)^ *```/gm)]
  .map(([, code = '']) => /^<script>(.*)<\/script>$/m.exec(code)?.[1] ?? code)
  .filter((code) => /^(?:\(window\.)?kelisim\b/m.test(code));

test('the README shows the API in three places', () => {
  expect(examples).toHaveLength(3);
});

const HEAD = '/// <reference path="./kelisim.d.ts" />\n';
for (const [form, head] of [
  ['a script', HEAD],
  ['a module', `${HEAD}export {};\n`],
])
  test(`the README's examples of the API are right by kelisim.d.ts, in ${form}, with and without window`, () => {
    const code = examples.join(';\n');
    const onWindow = code.replace(/^kelisim\b/gm, 'window.kelisim').replace('const off', 'const end');
    const given = 'declare const value: string;\n';
    expect(saidByTypes(`${head}${given}${code};\n${onWindow}`)).toBe('');
  });
