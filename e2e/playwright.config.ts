import { defineConfig } from '@playwright/test';
import {
  type EngineName,
  FIREFOX,
  findBrowser,
  findShell,
  startable,
  startOptions,
} from './support/browser.ts';

/**
 * Other engines are longer than all the rest. `KELISIM_ENGINES=test` (`npm test`) runs in each what has to hold in each,
 * `all` everything that its driver can do; without it there is Chromium alone.
 */
const { KELISIM_ENGINES, KELISIM_REPORT } = process.env;
const engines = KELISIM_ENGINES ? startable() : [];
const isWhole = KELISIM_ENGINES === 'all';

/** Not for the projects that Playwright drives itself: suites over `Engine`, and what is timed. */
const ELSEWHERE = ['conformance/**', 'promises/**', '**/speed.spec.ts'];

/** Where engines differ and the promises do not look: with all of them `npm test` would take too long. */
const IN_FIREFOX = ['csp', 'gate', 'hostile', 'keyboard', 'order', 'placeholders', 'workers'].map(
  (name) => `**/${name}.spec.ts`,
);

const inFirefox = {
  name: 'firefox',
  testMatch: isWhole ? '**/*.spec.ts' : IN_FIREFOX,
  // What everything looks like is written down for Chromium.
  testIgnore: [...ELSEWHERE, '**/readme.spec.ts', '**/regression.spec.ts'],
  // What its driver cannot do; the README says which.
  grepInvert: /@needs-/,
  use: FIREFOX,
};

/** The promises are in Chromium's own tests already. */
const promising = engines.filter((engine) => isWhole || engine !== 'chromium');

/** Suites over `Engine`: one worker a file or an engine, in which its browser and the servers are started once. */
const suites = [
  ...promising.map((engineName) => ({ suite: 'promises', engineName })),
  ...engines.map((engineName) => ({ suite: 'conformance', engineName })),
].map(({ suite, engineName }) => ({
  name: `${suite} in ${engineName}`,
  testMatch: `${suite}/*.spec.ts`,
  fullyParallel: false,
  use: { engineName },
}));

/** What can only go on one after another comes first, so that it is not what all wait for in the end. */
const untimed = [
  ...suites,
  ...(engines.includes('firefox') ? [inFirefox] : []),
  { name: 'chromium', testIgnore: ELSEWHERE },
];

export default defineConfig<object, { engineName: EngineName }>({
  testDir: '.',
  outputDir: '../test-results',
  // What is compared holds on every system.
  snapshotPathTemplate: '{testDir}/look/{arg}{ext}',
  ...(engines.length > 0 && { globalTeardown: './conformance/results.ts' }),
  forbidOnly: true,
  fullyParallel: true,
  // Tests wait more than they work: on two processors a third one shortens the whole by a tenth, a fourth by nothing.
  workers: 3,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: KELISIM_REPORT ? [['line'], ['json', { outputFile: KELISIM_REPORT }]] : [['line']],
  // What is timed runs after the rest and one at a time, so that no other test takes its processor.
  projects: [
    ...untimed,
    {
      name: 'speed',
      testMatch: '**/speed.spec.ts',
      dependencies: untimed.map(({ name }) => name),
      fullyParallel: false,
      use: { launchOptions: startOptions(findBrowser('chromium')) },
    },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: startOptions(findShell()),
    viewport: { width: 1280, height: 800 },
    locale: 'kk-KZ',
    colorScheme: 'light',
  },
});
