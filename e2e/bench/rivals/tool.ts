import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { PageReply } from '../../../demo/serve.ts';
import { ROOT } from '../../support/build.ts';
import type { Words } from './words.ts';

/** What one tool puts into the page and serves, as its documentation says. */
export interface Tool {
  /** As the table calls it. */
  name: string;
  /** In `<head>`, after the page's own style sheet. */
  head: string;
  /** Before `</body>`. */
  end: string;
  /** What is served beside the page, by path. */
  files: Record<string, PageReply>;
  /** The button that accepts everything. */
  accept: string;
  /** The element in whose open shadow root it stands. */
  host?: string;
  /** Opens the settings; left out where there are none. */
  settings?: string;
}

/** What a tool is set up with: both languages, Kazakh first, and where the trackers are. */
export interface Setup {
  words: [kk: Words, ru: Words];
  /** Origin of the trackers. */
  trackers: string;
}

/** The trackers of the measurement; all tools hold them back. They are those of the demo's configuration. */
export const TRACKERS = ['sanaq', 'izdeu', 'baspa', 'qalqan'] as const;

/** Cookies that a tool has to erase when a tracker is withdrawn. */
export const cookiesOf = ({ details }: Words, tracker: string): string[] =>
  (details.trackers.find(({ id }) => id === tracker)?.stores ?? [])
    .filter(({ name, kind }) => /^_/.test(name) && /cookie/i.test(kind))
    .map(({ name }) => name);

const require = createRequire(import.meta.url);

/** The installed version of a package. */
export const versionOf = (name: string): string => require(`${name}/package.json`).version;

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

/** A file of an installed package, as it was published. */
export const packaged = (path: `${string}.${keyof typeof TYPES}`): PageReply => ({
  body: readFileSync(join(ROOT, 'node_modules', path)),
  type: TYPES[path.endsWith('.js') ? 'js' : 'css'],
});

/** A script of the site's own. */
export const script = (body: string): PageReply => ({ body, type: TYPES.js });
