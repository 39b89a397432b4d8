import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { startDemo } from '../../demo/serve.ts';
import { CHROMIUM_ARGS, findBrowser } from './browser.ts';
import { AKSHAMAT } from './build.ts';

/**
 * A browser that nobody drives: with a debugger on it Chromium neither prerenders nor keeps pages for the way back. The
 * pages themselves act, tell with `say(text)`, and read at `/said` what all of them have told.
 */
export interface Plain {
  /** What the pages have said so far. */
  said(): string[];
  /** Puts a text among them, for pages to read. */
  tell(text: string): void;
  /** Paths that the second origin was asked for. */
  asked(): string[];
  /** Ends browser and servers. */
  close(): Promise<void>;
}

const SAY = `<script>const say = (text) => fetch('/say?' + encodeURIComponent(text));
  const later = (ready, act) => { const timer = setInterval(() => ready() && (clearInterval(timer), act()), 50) };</script>`;

/**
 * Opens `first` of these pages, which may open others; `TAG` in them becomes `say`, `later(ready, act)` and Kelisim's
 * tag, `SAY` the same without Kelisim, `TRACKER` the second origin.
 */
export async function visitPlain(pages: Record<string, string>, first: string): Promise<Plain> {
  const said: string[] = [];
  const demo = await startDemo({
    files: AKSHAMAT,
    ...{ sitePort: 0, trackerPort: 0 },
    pages(path, { url = '' }) {
      if (path === '/say') said.push(decodeURIComponent(url.slice('/say?'.length)));
      const page = { '/say': '', '/said': said.join('\n') }[path] ?? pages[path];
      return page === undefined
        ? undefined
        : {
            body: page
              .replace('TAG', '<script src="/kelisim/kelisim.js"></script>SAY')
              .replace('SAY', SAY)
              .replaceAll('TRACKER', demo.trackerUrl),
          };
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-plain-'));
  const browser = spawn(
    findBrowser('chromium') ?? chromium.executablePath(),
    [
      '--headless=new',
      '--disable-popup-blocking',
      ...CHROMIUM_ARGS,
      `--user-data-dir=${folder}`,
      demo.siteUrl + first,
    ],
    { stdio: 'ignore', detached: true },
  );
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  return {
    said: () => said,
    tell: (text) => said.push(text),
    asked: () => demo.requests().map(({ path }) => path),
    async close() {
      // With all its processes: one that outlives it still writes into the folder.
      process.kill(-(browser.pid as number), 'SIGKILL');
      await ended;
      await demo.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}
