import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, type EngineName, findBrowser, startable } from './support/browser.ts';

// Only for `npm test` and `npm run conformance`: the suite is as long as all the rest.
const engines = process.env.KELISIM_CONFORMANCE ? startable() : [];

const executablePath = findBrowser('chromium');

export default defineConfig<object, { engineName: EngineName }>({
  testDir: '.',
  outputDir: '../test-results',
  ...(engines.length > 0 && { globalTeardown: './conformance/results.ts' }),
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
    { name: 'browser', testIgnore: ['**/speed.spec.ts', 'conformance/**'] },
    // One worker an engine: its browser and the servers are started once.
    ...engines.map((engineName) => ({
      name: `conformance in ${engineName}`,
      testMatch: 'conformance/*.spec.ts',
      fullyParallel: false,
      use: { engineName },
    })),
    {
      name: 'speed',
      testMatch: '**/speed.spec.ts',
      dependencies: ['browser', ...engines.map((engine) => `conformance in ${engine}`)],
      fullyParallel: false,
    },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) },
    viewport: { width: 1280, height: 800 },
    locale: 'kk-KZ',
    colorScheme: 'light',
  },
});
