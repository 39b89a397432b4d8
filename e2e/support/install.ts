import { ENGINES, installBrowsers } from './browser.ts';

installBrowsers(['chromium']);
for (const engine of ENGINES)
  try {
    installBrowsers([engine]);
  } catch {
    console.log(`*** NOT RUN: ${engine} cannot be had on this machine, so no test runs in it`);
  }
