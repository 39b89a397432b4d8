import { ENGINES, installBrowsers } from './browser.ts';

installBrowsers(['chromium']);
for (const engine of ENGINES)
  try {
    installBrowsers([engine]);
  } catch {
    console.log(`${engine} cannot be had on this machine: the conformance suite does not run in it`);
  }
