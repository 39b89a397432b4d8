import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, type EngineName, FIREFOX, findBrowser, startable } from './support/browser.ts';

// Only for `npm test` and the scripts that ask for them: they are longer than all the rest.
const engines = process.env.KELISIM_ENGINES ? startable() : [];

/** Not for the projects that Playwright drives itself: suites over `Engine`, and what is timed. */
const ELSEWHERE = ['conformance/**', 'promises/**', '**/speed.spec.ts'];

/** What Firefox runs in `npm test`, where engines differ; `npm run e2e:firefox` runs all. */
const IN_FIREFOX = [
  ...['api', 'csp', 'faults', 'gate', 'gpc', 'hostile', 'keyboard', 'language', 'order', 'placeholders'],
  ...['preferences', 'record', 'routes', 'silence', 'withdraw', 'workers'],
].map((name) => `**/${name}.spec.ts`);

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
    { name: 'chromium', testIgnore: ELSEWHERE },
    ...(engines.includes('firefox')
      ? [
          {
            name: 'firefox',
            testMatch: process.env.KELISIM_FIREFOX === 'all' ? '**/*.spec.ts' : IN_FIREFOX,
            testIgnore: ELSEWHERE,
            // Tests that need what its driver cannot do; the README has the list.
            grepInvert: /@needs-/,
            use: FIREFOX,
          },
        ]
      : []),
    // One worker an engine: its browser and the servers are started once.
    ...engines.flatMap((engineName) =>
      ['promises', 'conformance'].map((suite) => ({
        name: `${suite} in ${engineName}`,
        testMatch: `${suite}/*.spec.ts`,
        fullyParallel: false,
        use: { engineName },
      })),
    ),
    {
      name: 'speed',
      testMatch: '**/speed.spec.ts',
      dependencies: ['chromium', ...engines.map((engine) => `conformance in ${engine}`)],
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
