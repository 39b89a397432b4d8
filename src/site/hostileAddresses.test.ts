import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it, vi } from 'vitest';
import demo from '../../demo/consent.config.json';
import { cspByNginx, printedPolicies } from '../../e2e/support/nginx.ts';
import { cspText } from './csp.ts';
import { expand } from './expand.ts';
import { resolve } from './resolve.ts';
import { type FileConfig, schema } from './schema.ts';
import { tag } from './snippet.ts';

vi.setConfig({ testTimeout: 60_000 });

const ADDRESSES = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://site.example/1',
  'file:///etc/passwd',
  '//other.example/x',
  '/\\other.example/x',
  'https:\\\\other.example',
  'https://user:word@other.example/',
  'https://a.example;sandbox/x.js',
  "https://a.example;script-src*'/x.js",
  'https://a.example"x/x.js',
  'https://a.example$kelisim_hosts/x.js',
  'https://a.example,https:/x.js',
  'https://a b.example/',
  'https://%/',
  'https://[::1/',
  'https://1.2.3.999/',
  'https://a.example\n/x.js',
];

interface Place {
  put(config: FileConfig, address: string): void;
}
const first = (config: FileConfig) => config.trackers[0] as FileConfig['trackers'][number];
const PLACES: Record<string, Place['put']> = {
  'a provider': (config, url) => Object.assign(first(config).provider as object, { url }),
  'a provider, by language': (config, url) =>
    Object.assign(first(config).provider as object, { url: { kk: url } }),
  'the contact': (config, url) => (config.operator.contact.url = url),
  'the policy': (config, url) => (config.policy.url = url),
  'a script': (config, script) => (first(config).start = [{ script }]),
  'a pixel': (config, pixel) => (first(config).start = [{ pixel }]),
};

/** The demo's configuration with an edit, after the schema; undefined where that says no. */
function parsed(edit: (config: FileConfig) => void): FileConfig | undefined {
  const config = structuredClone(demo) as unknown as FileConfig;
  edit(config);
  return schema.safeParse(config).data;
}
const siteOf = (config: FileConfig) => resolve(expand(config), { kk: 'мәтін', ru: 'текст' });

describe.each(Object.entries(PLACES))('the address of %s', (_place, put) => {
  it.each(ADDRESSES)('is not %j', (address) => {
    expect(parsed((config) => put(config, address))).toBeUndefined();
  });

  it.each(['https://a.example/x?y=1#z', '/page', 'https://қазақша.example/x', 'https://a.example:8443/'])(
    'may be %s',
    (address) => {
      expect(parsed((config) => put(config, address))).toBeDefined();
    },
  );
});

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc
    .array(
      fc.constantFrom(
        ...';,"\'$\\&<> \t\n\u2028{}|%@#?:*~/',
        'script-src',
        'a.kz',
        '//',
        '$' + '{x}',
        '&quot;',
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('')),
);

describe('whatever address the schema lets through', () => {
  const around = (before: string, after: string) => junk.map((text) => before + text + after);
  const address = fc.oneof(
    ...[
      junk,
      around('https://', ''),
      around('https://a.kz', '/x'),
      around('https://a.kz/', '.js'),
      around('/', '/'),
    ],
  );

  it('adds no directive and no line to the policies, and nothing that nginx would take for its own', () => {
    fc.assert(
      fc.property(address, junk, (url, host) => {
        const config =
          parsed((config) => {
            first(config).start = [{ script: url }];
            delete first(config).hosts;
            config.base = url;
            config.allow = [host];
          }) ??
          parsed((config) => {
            first(config).start = [{ script: url }];
            delete first(config).hosts;
          }) ??
          parsed((config) => (config.base = url));
        if (!config) return;
        const text = cspText(siteOf(config), "'sha256-x'");
        const directives = ['default-src', 'script-src', 'worker-src', 'base-uri', 'object-src'];
        // `cspByNginx` throws on a line that nginx would not read as we mean it.
        for (const policy of [...printedPolicies(text), cspByNginx(text)]) {
          expect(policy.split(';').map((part) => part.trim().split(' ')[0])).toEqual(directives);
          expect(policy).toMatch(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/);
          expect(policy).not.toMatch(/["$\\]/);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('stays one attribute of the one tag in snippet.html, and is what was written', () => {
    fc.assert(
      fc.property(address, (base) => {
        const config = parsed((config) => (config.base = base));
        if (!config) return;
        const elements = parseFragment(tag(config.base, 'script')).childNodes.filter(
          (node) => 'attrs' in node,
        );
        expect(elements).toHaveLength(1);
        const { attrs, nodeName } = elements[0] as {
          nodeName: string;
          attrs: { name: string; value: string }[];
        };
        expect([nodeName, ...attrs.map(({ name }) => name)]).toEqual([
          'script',
          'src',
          'integrity',
          'crossorigin',
        ]);
        expect(attrs[0]?.value).toBe(`${base}kelisim.js`);
      }),
      { numRuns: 800 },
    );
  });
});
