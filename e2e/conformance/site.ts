import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readAsset } from '../../demo/server/files.ts';
import type { PageReply } from '../../demo/server/reply.ts';
import type { Ears, Side } from './ears.ts';
import { LIBRARY } from './library.ts';
import type { Family, Vector } from './vector.ts';

/**
 * How Kelisim stands in the page: not at all, as `snippet.html`, as `snippet.inline.html`, or as the latter with an
 * empty policy in a meta element, which stops Chromium's look-ahead.
 */
export type Setup = 'none' | 'external' | 'inline' | 'meta';

/** The site under test. */
export interface Site {
  /** Address of a family's page. The run stands in the addresses of what its source asks for. */
  page(family: Family, setup: Setup, run: string): string;
  close(): Promise<void>;
}

interface Options {
  /** Folder of the built files. */
  files: string;
  families: readonly Family[];
  ears: Ears;
}

const SIDES: readonly Side[] = ['tested', 'control'];

function headOf(setup: Setup, files: string): string {
  if (setup === 'none') return '';
  const name = setup === 'external' ? 'snippet.html' : 'snippet.inline.html';
  const tag = readFileSync(join(files, name), 'utf8');
  return setup === 'meta' ? `<meta http-equiv="Content-Security-Policy" content="">${tag}` : tag;
}

function markupOf([name, { markup = '', as }]: [string, Vector], run: string, ears: Ears): string {
  const one = (side: Side) =>
    markup
      .replaceAll('URL', `${ears.origin[side]}/${run}/${name}.${as}`)
      .replace("UR');document.write('L", `${ears.origin[side]}');document.write('/${run}/${name}.${as}`)
      .replaceAll('SIDE-NAME', `${side}-${name}`);
  return SIDES.map(one).join('\n');
}

/** The vectors that run, as functions in the source of the page: making them of text would be one more vector. */
function scriptOf({ vectors }: Family): string {
  const entries = Object.entries(vectors)
    .filter(([, { run }]) => run)
    .map(([name, { as, run }]) => `'${name}': { as: '${as}', go: (url, name, stun) => { ${run} } }`);
  return `${LIBRARY}\nconst vectors = {\n${entries.join(',\n')}\n};`.replaceAll('</script', '<\\/script');
}

function render(family: Family, head: string, markup: (head: boolean) => string): string {
  return `<!doctype html>
<html lang="kk"><head><meta charset="utf-8"><title>${family.name}</title>${head}
<script>${scriptOf(family)}</script>
${markup(true)}
</head><body><button id="try">Try</button>
${markup(false)}
</body></html>`;
}

/** What is asked of the site besides pages: `ADDRESS?TEXT` gives the text back as a script or a sheet. */
const ECHOES: Record<string, (text: string) => PageReply> = {
  '/import.js': (text) => ({ type: 'text/javascript', body: `importScripts('${text}')` }),
  '/sheet.css': (text) => ({ type: 'text/css', body: text }),
};

function pageOf(path: string, { files, families, ears }: Options): PageReply | undefined {
  const [, setup, name, run = ''] = path.slice(1).split('/');
  const family = families.find((one) => one.name === name);
  if (!family) return undefined;
  const markup = (head: boolean) =>
    Object.entries(family.vectors)
      .filter(([, vector]) => vector.markup && Boolean(vector.head) === head)
      .map((entry) => markupOf(entry, run, ears))
      .join('\n');
  return { body: render(family, headOf(setup as Setup, files), markup) };
}

async function answer(url: string, options: Options): Promise<PageReply> {
  const [path = '', query = ''] = url.split('?');
  const none = { body: '404', type: 'text/plain', status: 404 };
  if (path.startsWith('/kelisim/'))
    return (await readAsset(options.files, path.slice('/kelisim/'.length))) ?? none;
  return ECHOES[path]?.(decodeURIComponent(query)) ?? pageOf(path, options) ?? none;
}

/** Serves the families' pages and the built files on a free port, so that each site has a storage of its own. */
export async function openSite(options: Options): Promise<Site> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/', options).then(({ body, type = 'text/html; charset=utf-8', status = 200 }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    page: ({ name }, setup, run) => `http://127.0.0.1:${port}/page/${setup}/${name}/${run}`,
    close() {
      server.closeAllConnections();
      return promisify(server.close.bind(server))();
    },
  };
}
