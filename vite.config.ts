import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const { dependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** The oldest browsers that the widget is built for. */
const BROWSERS = ['chrome87', 'safari14.1', 'firefox90'];

/**
 * js-cookie hangs all its methods on one object, so no bundler drops those we never call, it encodes what has to be
 * encoded in a name or value, which ours never need (the schema and `record.ts` see to that), and it reads every cookie
 * though we ask for one by name (270 bytes in brotli). It loops over inherited names too, which a page that extends
 * `Object.prototype` would turn into cookie attributes.
 */
const slimCookies: Plugin = {
  name: 'slim-cookies',
  transform(code, id) {
    if (!id.endsWith('js.cookie.mjs')) return;
    const slim = code
      .replace(/return Object\.create\([\s\S]*?\n {2}\)\n/, 'return { set: set, get: get }\n')
      .replace(/function assign \(target\) \{[\s\S]*?\n\}/, 'const { assign } = Object')
      .replace(/var defaultConverter = [\s\S]*?\n\};\n/, '')
      .replace(/\b(converter|defaultConverter), /g, '')
      .replace(/converter\.(read|write)\(value, \w+\)/g, 'value')
      .replace(/ {4}name = encodeURIComponent[\s\S]*?escape\);\n/, '')
      .replace(/ {6}try \{[\s\S]*?catch[\s\S]*?\n {6}\}\n/, 'if (name === parts[0]) return value;')
      .replace("parts.slice(1).join('=')", 'parts[1]')
      .replace(/for \(var i = 0; i < cookies.*/, 'for (var cookie of cookies) {')
      .replace('cookies[i]', 'cookie')
      .replace(' || (arguments.length && !name)', '')
      .replace("document.cookie ? document.cookie.split('; ') : []", "document.cookie.split('; ')")
      .replace(/return name \? jar\[name\] : jar|var jar = \{\};/g, '')
      .replace('if (attributes.expires) ', '')
      .replace(/if \(attributes\[attributeName\] === true\) \{[\s\S]*?\n {6}\}/, '')
      .replace(".split(';')[0]", '')
      .replace(/if \(typeof attributes\.expires === 'number'\) \{[\s\S]*?\n {4}\}/, '')
      .replace(/for \(var (\w+) in (\w+)\)/g, 'for (var $1 of Object.keys($2))');
    if (
      /Object\.create|var \w+ in |function assign|'number'|URIComponent|onverter|cookies\[|jar|slice|arguments|try|=== true|if \(attributes\.|';'/.test(
        slim,
      )
    )
      this.error('js-cookie has another shape now: look at it');
    return slim;
  },
};

/**
 * The panel is drawn by plain functions, so Preact's state, life cycles, suspense and error boundaries are never reached,
 * and no bundler can know. 1.3 kB in brotli. Whoever adds a hook or a class component to the panel removes this.
 */
const slimPreact: Plugin = {
  name: 'slim-preact',
  transform(code, id) {
    if (!id.endsWith('preact/dist/preact.mjs')) return;
    const call =
      /\w:(if\("function"==typeof (\w)\))\{v=.*?,(\w)=(\w)\((\w),(\w)\((\w)\)\?\7:\[\7\],(\w),([^)]*)\).*?\}\}(else \3=\8\.__e=)/;
    const methods = /(\w)\.prototype\.setState=.*?\1\.prototype\.render=/;
    const boundary = /(__e:function\((\w),[^)]*\)\{)for\(.*?(throw \w+=0,\2\})/;
    if (![call, methods, boundary].every((pattern) => pattern.test(code)))
      this.error('Preact has another shape now: look at how it draws components');
    return code
      .replace(call, '$1$7=$2($8.props),$3=$4($5,$6($7)?$7:[$7],$8,$9);$10')
      .replace(methods, '$1.prototype.render=')
      .replace(boundary, '$1$3');
  },
};

/**
 * Hands what the site build puts into the widget over as arguments, behind the code: code that is one piece packs 50 bytes
 * smaller in brotli than code around the rules' texts.
 */
const handOver: Plugin = {
  name: 'hand-over',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const names: string[] = [];
      const values: string[] = [];
      const code = chunk.code.replace(
        /([\w$]+)=(__KELISIM_(?:SITE|GUARD)__),/g,
        (_, name: string, value: string) => {
          names.unshift(name);
          values.unshift(value);
          return '';
        },
      );
      if (!names.length) continue;
      if (!/^\(\(\)=>\{[\s\S]*\}\)\(\);\s*$/.test(code))
        this.error(`${chunk.fileName} has another shape now`);
      chunk.code = code.replace('()', () => `(${names})`).replace(/\(\);\s*$/, `(${values});`);
    }
  },
};

/** Names that only our own scripts hand to each other: never told to a page, never the browser's, never in a file. */
const PRIVATE =
  'hasGpc consents isProtected loadScript addStyle tellWorkers disarm ran offends natives writes channel spares newId changed enter trusted real shown grants'.split(
    ' ',
  );

/** The same short name for each in every script, 30 bytes less of `kelisim.js` in brotli. */
const SHORT = Object.fromEntries(PRIVATE.map((name, at) => [`$${name}`, `_${at.toString(36)}`]));

const browserScript = (entry: string, file: string, define: Record<string, boolean> = {}): UserConfig => ({
  // js-cookie asks for it at each call; where there is none our script is not either.
  plugins: [slimCookies, slimPreact, handOver],
  define: { ...define, 'typeof document': '"object"' },
  build: {
    // What these browsers read: named by year, because the list of browsers would rewrite `?.` for old bugs.
    target: 'es2021',
    cssTarget: BROWSERS,
    // Saves 2 % over the built-in minifier.
    minify: 'terser',
    terserOptions: {
      ecma: 2020,
      compress: {
        passes: 5,
        inline: 0,
        comparisons: false,
        hoist_funs: true,
        unsafe: true,
        unsafe_arrows: true,
        pure_getters: true,
        keep_fargs: false,
      },
      format: { comments: false },
      mangle: { properties: { regex: `^(${PRIVATE.join('|')})$` } },
      nameCache: { props: { props: SHORT } },
    },
    cssMinify: 'lightningcss',
    outDir: 'dist/runtime',
    emptyOutDir: false,
    lib: { entry, formats: ['iife'], name: 'kelisim_', fileName: () => file },
  },
});

const tool: UserConfig = {
  build: {
    ssr: 'src/cli.ts',
    target: 'node20',
    cssTarget: BROWSERS,
    cssMinify: 'lightningcss',
    outDir: 'dist',
    emptyOutDir: false,
    rollupOptions: {
      external: [...builtinModules, /^node:/, ...Object.keys(dependencies)],
      output: { entryFileNames: 'cli.js', chunkFileNames: '[name].js' },
    },
  },
  plugins: [
    {
      name: 'types',
      closeBundle() {
        copyFileSync('src/types.ts', 'dist/kelisim.d.ts');
        chmodSync('dist/cli.js', 0o755);
      },
    },
  ],
};

export default defineConfig(({ mode }): UserConfig => {
  if (mode === 'widget') return browserScript('src/widget/main.ts', 'widget.txt', { __GUARDED__: true });
  if (mode === 'widget-off')
    return browserScript('src/widget/main.ts', 'widget-off.txt', { __GUARDED__: false });
  if (mode === 'guard') return browserScript('src/widget/guard/main.ts', 'guard.txt', { __STRICT__: false });
  if (mode === 'guard-strict')
    return browserScript('src/widget/guard/main.ts', 'guard-strict.txt', { __STRICT__: true });
  if (mode === 'google') return browserScript('src/widget/google.ts', 'google.txt');
  if (mode === 'scheme') return browserScript('src/widget/scheme.ts', 'scheme.txt');
  if (mode === 'preferences') return browserScript('src/preferences/main.tsx', 'preferences.txt');
  if (mode === 'later') return browserScript('src/later/main.ts', 'later.txt');
  if (mode === 'cli') return tool;
  // The look of a site is worked into the sheet as text.
  return { test: { include: ['src/**/*.test.{ts,tsx}'], css: true } } as UserConfig;
});
