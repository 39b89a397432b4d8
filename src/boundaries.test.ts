import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('.', import.meta.url));

/** Source without comments. Strings are kept, so that `//` inside an address is not taken for a comment. */
const withoutComments = (text: string) =>
  text.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<![\\:])\/\/.*/g,
    (_all, string = '') => string,
  );

/** Source without comments and without plain strings; templates stay, because they hold code. */
const codeOf = (text: string) =>
  withoutComments(text).replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, "''");

/** Every source file by its path from `src/`, without the tests. */
const SOURCES = new Map(
  readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .sort()
    .map((path) => [path, readFileSync(join(SRC, path), 'utf8')]),
);
const paths = [...SOURCES.keys()];

interface Import {
  /** What stands between `import` and `from`. */
  what: string;
  /** A file as its path from `src/`, or the name of a package. */
  from: string;
}

function importsOf(path: string): Import[] {
  const text = withoutComments(SOURCES.get(path) as string);
  const statements = text.matchAll(
    /^\s*(?:import\b|export\b(?=\s*(?:type\s*)?[{*]))([\w\s,{}*$]*?)(?:\bfrom\s*)?['"]([^'"]+)['"]/gm,
  );
  const calls = text.matchAll(/()\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g);
  return [...statements, ...calls].map(([, what = '', from = '']) => ({
    what: what.trim(),
    from: from.startsWith('.') ? join(dirname(path), from).replaceAll('\\', '/') : from,
  }));
}

const TYPES = ['types.ts', 'contract.ts'];
const VERSION = '../package.json';

const RECORDS = [
  ...[...TYPES, 'records/', 'site/bin.ts', VERSION, 'node:'],
  ...['fastify', '@fastify/swagger', '@electric-sql/pglite', 'pg', 'zod'],
];

/** Who may import what: the first area that fits a path holds. A name that ends with `/` or `:` is a beginning. */
const AREAS: [area: RegExp, may: string[]][] = [
  [/^types\.ts$/, []],
  [/^contract/, ['types.ts', 'contract/']],
  [/^cli\.ts$/, ['site/', 'records/', 'node:', VERSION]],
  // Support of its tests may use their runner; no other source may.
  [/^records\/testing\/(stubbed|served)\.ts$/, [...RECORDS, 'vitest']],
  [/^records\//, RECORDS],
  [/^widget\/consent\/recordCookie\.ts$/, [...TYPES, 'widget/site.ts', 'widget/consent/', 'js-cookie']],
  [/^widget\/consent\//, [...TYPES, 'widget/site.ts', 'widget/warn.ts', 'widget/consent/']],
  [/^widget\/guard\//, [...TYPES, 'widget/guard/']],
  [/^widget\/api\.ts$/, [...TYPES, 'widget/', VERSION]],
  [/^widget\//, [...TYPES, 'widget/']],
  [/^later\//, [...TYPES, 'later/']],
  [/^preferences\//, [...TYPES, 'preferences/', 'preact', 'preact/']],
  [/^notice\//, ['types.ts', 'notice/', 'preact', 'preact/']],
  [/^trackers\//, [...TYPES, 'trackers/']],
  // Samples of hostile texts are made by the fuzzer from the demo's configuration.
  [/^site\/hostileSamples\.ts$/, ['site/', 'fast-check', 'parse5', '../demo/consent.config.json']],
  [
    /^site\//,
    [
      ...[
        ...TYPES,
        'site/',
        'trackers/',
        'notice/',
        '../locales/kk.json',
        '../locales/ru.json',
        VERSION,
        'node:',
      ],
      ...['i18next', 'zod', 'marked', 'preact-render-to-string', 'preact', 'jsonc-parser', 'parse5'],
    ],
  ],
];

const mayImport = (path: string, { from }: Import) =>
  AREAS.find(([area]) => area.test(path))?.[1].some((name) =>
    /[/:]$/.test(name) ? from.startsWith(name) : from === name,
  );

describe('imports', () => {
  it('are found at all', () => {
    expect(paths.length).toBeGreaterThan(30);
    expect(importsOf('widget/consent/recordCookie.ts').map(({ from }) => from)).toContain('js-cookie');
    expect(importsOf('site/theme.ts').map(({ from }) => from)).toContain('notice/notice.css?inline');
  });

  it.each(paths)('of %s stay within its area', (path) => {
    expect(
      AREAS.some(([area]) => area.test(path)),
      'belongs to an area',
    ).toBe(true);
    expect(
      importsOf(path)
        .filter((one) => !mayImport(path, one))
        .map(({ from }) => from),
    ).toEqual([]);
  });

  it.each(TYPES)('of %s are types only, and so is what it holds', (path) => {
    expect(importsOf(path).filter(({ what }) => !what.startsWith('type '))).toEqual([]);
    // What is declared to be there is no code.
    const code = codeOf(SOURCES.get(path) as string).replace(/^declare global \{[\s\S]*?^\}/m, '');
    expect(code).not.toMatch(/\b(const|let|var|class|enum|function)\b/);
  });

  it('take nothing but the version from package.json', () => {
    const taken = paths.flatMap((path) => importsOf(path).filter(({ from }) => from === VERSION));
    expect(new Set(taken.map(({ what }) => what))).toEqual(new Set(['{ version }']));
  });
});

/** What only its owners may touch, as a shape of code without comments and plain strings. */
const OWNED: [resource: string, shape: RegExp, owners: string[]][] = [
  [
    'document.cookie',
    /\bdocument\??\.cookie\b|\bcookieStore\b/,
    ['later/tabs.ts', 'later/withdraw/erase.ts'],
  ],
  [
    'web storage',
    /\b(local|session)Storage\b(?!\s*:)/,
    ['later/log/outbox.ts', 'later/withdraw/erase.ts', 'widget/notice/language.ts'],
  ],
  ['indexedDB', /\bindexedDB\b(?!\s*:)/, ['later/withdraw/erase.ts']],
  [
    'location.reload',
    /\blocation\??\.(reload|assign|replace)\b/,
    ['later/withdraw/leftover.ts', 'widget/main.ts'],
  ],
  [
    'the clock',
    /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\??\.now\b/,
    [
      ...['later/withdraw/steps.ts', 'widget/main.ts', 'records/command.ts'],
      ...['records/bench/load.ts', 'records/testing/load.ts'],
    ],
  ],
  ['chance', /\bcrypto\b|\bMath\.random\b/, ['widget/main.ts']],
  ['the console', /\bconsole\b/, ['site/emit.ts', 'widget/warn.ts']],
  ['code made of text', /\beval\b|\bnew Function\b|\bsetTimeout\(\s*['"`]/, []],
  ['the HTML of the page', /\bdocument\.write|\binsertAdjacentHTML\b|\bouterHTML\b/, []],
];

describe('one owner for each browser resource', () => {
  it.each(OWNED)('%s', (_resource, shape, owners) => {
    const users = paths.filter((path) => shape.test(codeOf(SOURCES.get(path) as string)));
    expect(users.filter((path) => !owners.includes(path))).toEqual([]);
    expect(
      owners.filter((path) => !users.includes(path)),
      'owners that are none',
    ).toEqual([]);
  });

  it('creating scripts belongs to the gate, and our own to widget/later.ts', () => {
    const shape = /createElement(NS)?\([^)]*['"`]script['"`]/;
    expect(paths.filter((path) => shape.test(withoutComments(SOURCES.get(path) as string)))).toEqual([
      'later/gate/script.ts',
      'widget/later.ts',
    ]);
  });

  it('js-cookie belongs to widget/consent/recordCookie.ts', () => {
    const users = paths.filter((path) => importsOf(path).some(({ from }) => from === 'js-cookie'));
    expect(users).toEqual(['widget/consent/recordCookie.ts']);
  });

  it('no HTML goes into the page but through the trusted policy', () => {
    const inBrowser = paths.filter((path) => /^(widget|later|preferences)\//.test(path));
    const lines = inBrowser.flatMap((path) =>
      withoutComments(SOURCES.get(path) as string)
        .split('\n')
        .map((line) => `${path}: ${line.trim()}`),
    );
    const writing = lines.filter((line) =>
      /\binnerHTML\b\s*[+?|]*=|\.(?:parseFromString|createContextualFragment|setHTMLUnsafe)\b/.test(line),
    );
    expect(writing.length).toBeGreaterThan(0);
    expect(writing.filter((line) => !line.includes('trusted'))).toEqual([]);
    // The one place where Preact sets HTML: the privacy policy, made a trusted value in `main.tsx`.
    const preact = lines.filter((line) => line.includes('dangerouslySetInnerHTML'));
    expect(preact).toEqual([expect.stringMatching(/^preferences\/Policy\.tsx: .*__html: policy \}/)]);
    expect(lines).toContainEqual(
      expect.stringMatching(/^preferences\/main\.tsx: .*policy: session\.trusted\.createHTML\(/),
    );
  });
});
