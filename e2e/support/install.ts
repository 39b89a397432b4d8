import { ENGINES, installBrowsers, installShell } from './browser.ts';

installBrowsers(['chromium']);
try {
  installShell();
} catch {
  console.log('There is no chromium-headless-shell on this machine: the tests take longer');
}
for (const engine of ENGINES)
  try {
    installBrowsers([engine]);
  } catch {
    console.log(`*** NOT RUN: ${engine} cannot be had on this machine, so no test runs in it`);
  }
