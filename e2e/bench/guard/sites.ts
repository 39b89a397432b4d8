import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Demo, type PageReply, startDemo } from '../../../demo/serve.ts';
import { buildSite, readConfig } from '../../support/build.ts';
import { bundle } from '../../support/bundle.ts';

/** What is compared: the same site without the guard, with it, and with it in its strict mode. */
export const VARIANTS = ['off', 'known', 'strict'] as const;
/** One of them. */
export type Variant = (typeof VARIANTS)[number];

/** The scripts of `work/` that define `window.work`. */
export const WORKS = ['preact', 'react', 'dom', 'calls'] as const;

/** Clocks of pages that are isolated so tick every 5 µs, of others every 100. */
const ISOLATED = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="8"/></svg>';

const page = (head: string, body = ''): PageReply => ({
  body: `<!doctype html><html lang="kk"><head><meta charset="utf-8">${head}<title>Бет</title></head><body><h1>Бет</h1>${body}</body></html>`,
  headers: ISOLATED,
});

const cached = (body: string, type: string): PageReply => ({
  body,
  type,
  headers: { 'cache-control': 'public, max-age=3600' },
});

/** A page that looks at the clock before and after the whole of `kelisim.js`, which stands in it. */
function startPage(files: string): PageReply {
  const look = (name: string) => `<script>window.${name} = performance.now()</script>`;
  const script = readFileSync(join(files, 'snippet.inline.html'), 'utf8');
  return page(look('before') + script + look('after'), '<p>Мәтін</p>'.repeat(200));
}

/** The scripts of `work/`, bundled once for all variants. */
export async function bundleWorks(): Promise<Map<string, string>> {
  const texts = WORKS.map(async (name) => [name, await bundle(`e2e/bench/guard/work/${name}.js`)] as const);
  return new Map(await Promise.all(texts));
}

/** Serves the pages of the measurement with `kelisim.js` of one variant. */
export function startSite(guard: Variant, works: Map<string, string>): Promise<Demo> {
  // What the pages of the measurement store is the site's own: in the strict mode all else would be held.
  const files = buildSite({ ...readConfig(), guard, allowStores: ['cart*'] });
  const tag = '<script src="/kelisim/kelisim.js"></script>';
  const pages = new Map<string, PageReply>([
    ['/start', startPage(files)],
    ['/tiny.json', cached('{"tiny":true}', 'application/json')],
    ['/icon.svg', cached(ICON, 'image/svg+xml')],
    ['/beacon', { body: '', status: 204 }],
  ]);
  for (const [name, text] of works) {
    pages.set(`/work/${name}`, page(tag, `<script src="/work/${name}.js"></script>`));
    pages.set(`/work/${name}.js`, { body: text, type: 'text/javascript' });
  }
  return startDemo({ files, sitePort: 0, trackerPort: 0, pages: (path) => pages.get(path) });
}
