import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium } from './support/browser.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 7_000 },
  reporter: process.env.KELISIM_REPORT
    ? [['line'], ['json', { outputFile: process.env.KELISIM_REPORT }]]
    : [['line']],
  // What is timed runs after the rest and one at a time, so that no other test takes its processor.
  projects: [
    { name: 'browser', testIgnore: '**/speed.spec.ts' },
    { name: 'speed', testMatch: '**/speed.spec.ts', dependencies: ['browser'], fullyParallel: false },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) },
    viewport: { width: 1280, height: 800 },
    locale: 'kk-KZ',
    colorScheme: 'light',
  },
});
