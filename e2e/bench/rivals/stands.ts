import { type Demo, type PageReply, startDemo } from '../../../demo/serve.ts';
import { type Setup, type Tool, versionOf } from './tool.ts';
import { buildKelisim, kelisim } from './tools/kelisim.ts';
import { klaro } from './tools/klaro.ts';
import { orejime } from './tools/orejime.ts';
import { osano } from './tools/osano.ts';
import { vanilla } from './tools/vanilla.ts';
import { readWords } from './words.ts';

/** What is compared, in the order of the table; `none` is the page without any notice. */
export const CONTESTANTS = ['kelisim', 'off', 'vanilla', 'klaro', 'orejime', 'osano', 'none'] as const;
/** One of them. */
export type Contestant = (typeof CONTESTANTS)[number];

/** The packages of the rivals. */
const PACKAGES = {
  vanilla: 'vanilla-cookieconsent',
  klaro: 'klaro',
  orejime: 'orejime',
  osano: 'cookieconsent',
};

/** Each rival with its installed version, for people. */
export const versions = (): string[] =>
  Object.values(PACKAGES).map((name) => `\`${name}\` ${versionOf(name)}`);

/** A contestant that is served. */
export interface Stand extends Demo {
  id: Contestant;
  tool: Tool;
  /** The page under `/p`, as text. */
  page: string;
}

const PARAGRAPH =
  '<p>Өтінімді онлайн толтырып, шешімді бірнеше минут ішінде біле аласыз. Қарызды мерзімінен бұрын өтеуге болады.</p>';

/** The same page for all: a style sheet that the first paint waits for, a heading, and text. */
const pageWith = ({ head, end, host }: Tool): string => `<!doctype html>
<html lang="kk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
${host ? head : ''}<title>Қарыз</title><link rel="stylesheet" href="/site/site.css">${host ? '' : head}
</head><body><h1>Онлайн қарыз</h1>
${PARAGRAPH.repeat(30)}
${end}</body></html>`;

const NOTHING: Tool = { name: 'no notice', head: '', end: '', files: {}, accept: 'h1' };

/** The tag of `snippet.html`, with the hash of what this server sends. */
async function readTag(siteUrl: string): Promise<string> {
  const html = await (await fetch(`${siteUrl}/`)).text();
  const tag = /<script src="[^"]*kelisim\.js"[^>]*><\/script>/.exec(html)?.[0];
  if (!tag) throw new Error('The demo has no tag of kelisim.js.');
  return tag;
}

async function toolOf(id: Contestant, demo: Demo): Promise<Tool> {
  const files = buildKelisim('known');
  const setup: Setup = {
    words: [readWords(files, 'kk'), readWords(files, 'ru')],
    trackers: demo.trackerUrl,
  };
  const tag = () => readTag(demo.siteUrl);
  const makers: Record<Contestant, () => Tool | Promise<Tool>> = {
    kelisim: async () => kelisim('Kelisim', await tag()),
    off: async () => kelisim('Kelisim, guard off', await tag()),
    vanilla: () => vanilla(setup),
    klaro: () => klaro(setup),
    orejime: () => orejime(setup),
    osano: () => osano(setup),
    none: () => NOTHING,
  };
  return makers[id]();
}

/** Serves one contestant on origins of its own, compressed as a content delivery network does (Brotli 11). */
export async function openStand(id: Contestant): Promise<Stand> {
  const pages = new Map<string, PageReply>();
  const files = buildKelisim(id === 'off' ? 'off' : 'known');
  const demo = await startDemo({ files, sitePort: 0, trackerPort: 0, pages: (path) => pages.get(path) });
  const tool = await toolOf(id, demo);
  const page = pageWith(tool);
  for (const [path, reply] of Object.entries(tool.files)) pages.set(path, reply);
  pages.set('/p', { body: page });
  pages.set('/first', { body: '<!doctype html><title>1</title>' });
  return { ...demo, id, tool, page };
}
