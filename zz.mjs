import { readFileSync } from 'node:fs';
import { brotliCompressSync as b } from 'node:zlib';
import { minify } from 'terser';
import { build } from 'vite';

const full = readFileSync('dist/akshamat.kz/kelisim.js', 'utf8');
async function raw(entry, define) {
  const r = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'typeof document': '"object"', ...define },
    build: {
      target: 'es2020',
      minify: false,
      write: false,
      lib: { entry, formats: ['iife'], name: 'kelisim_', fileName: () => 'x' },
    },
  });
  return r[0].output[0].code;
}
const o = {
  ecma: 2020,
  compress: {
    passes: 3,
    inline: 0,
    comparisons: false,
    hoist_funs: true,
    unsafe: true,
    unsafe_arrows: true,
    pure_getters: true,
    keep_fargs: false,
  },
  format: { comments: false },
};
const which = process.argv[2];
const code = await raw(which == 'w' ? 'src/widget/main.ts' : 'src/widget/guard/main.ts', {
  __STRICT__: 'false',
  __GUARDED__: 'true',
});
const min0 = (await minify(code, structuredClone(o))).code.trim();
const strip = (c) => c.replace(/^\(\(\)=>\{|\}\)\(\);?$/g, '');
const at = full.indexOf(strip(min0).slice(0, 200));
console.log('found', at, min0.length);
const pre = full.slice(0, at);
const tailStart = which == 'w' ? null : full.indexOf('}', at + strip(min0).length - 5);
const rest = which == 'w' ? '' : full.slice(at + strip(min0).length);
const base = b(pre + strip(min0) + rest).length;
console.log('base', base, b(full).length);
const fns = [...code.matchAll(/\n\t(?:async )?function (\w+)\(/g)];
const out = [];
for (const m of fns) {
  const name = m[1];
  let i = code.indexOf('{', code.indexOf(')', m.index));
  // find body by brace matching from function start; handle params destructure
  let p = m.index + m[0].length - 1,
    d = 0;
  do {
    if (code[p] == '(') d++;
    if (code[p] == ')') d--;
    p++;
  } while (d > 0);
  i = code.indexOf('{', p);
  let j = i;
  d = 0;
  do {
    if (code[j] == '{') d++;
    if (code[j] == '}') d--;
    j++;
  } while (d > 0);
  const c2 = code.slice(0, i) + '{}' + code.slice(j);
  try {
    const m2 = strip((await minify(c2, structuredClone(o))).code.trim());
    out.push([base - b(pre + m2 + rest).length, name, j - i]);
  } catch (e) {
    out.push([0, name, 'err']);
  }
}
out.sort((a, b) => b[0] - a[0]);
for (const x of out) console.log(...x);
