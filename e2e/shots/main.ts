import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startDemo } from '../../demo/serve.ts';
import type { Locale } from '../../src/types.ts';
import { CHROMIUM_ARGS, findBrowser } from '../support/browser.ts';
import { buildSite, ROOT, readConfig } from '../support/build.ts';
import { STATES, type State } from './states.ts';

/* `npm run shots [NAME]`: pictures of every state, or of those whose name begins so, in `test-results/shots`. */

const OUT = join(ROOT, 'test-results/shots');
const HOME: Record<Locale, string> = { kk: '/', ru: '/ru/' };
const SIZES = {
  phone: { width: 360, height: 740 },
  tablet: { width: 800, height: 1100 },
  desktop: { width: 1280, height: 800 },
};
const SCHEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** One state in one language, in every scheme and size. */
async function shoot(page: Page, { name, look }: State, locale: Locale): Promise<void> {
  for (const [scheme, media] of Object.entries(SCHEMES)) {
    await page.emulateMedia(media);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await look?.(page);
      await page.screenshot({ path: join(OUT, `${[name, size, locale, scheme].join('-')}.png`) });
    }
  }
}

async function shootState(browser: Browser, state: State): Promise<void> {
  const files = buildSite({ ...readConfig(), ...state.config } as ReturnType<typeof readConfig>);
  const demo = await startDemo({ files, sitePort: 0, trackerPort: 0 });
  for (const locale of ['kk', 'ru'] as const) {
    const page = await browser.newPage({ viewport: SIZES.desktop, locale: 'kk-KZ' });
    await page.goto(demo.siteUrl + HOME[locale]);
    await state.reach?.(page);
    await shoot(page, state, locale);
    await page.close();
  }
  await demo.close();
}

const [, , start = ''] = process.argv;
const executablePath = findBrowser('chromium');
const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) });
if (!start) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
for (const state of STATES.filter(({ name }) => name.startsWith(start))) {
  await shootState(browser, state);
  console.log(state.name);
}
await browser.close();
