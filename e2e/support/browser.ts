import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { firefox, webkit } from '@playwright/test';

/** The engines that the conformance suite runs in. */
export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** All of them, in the order of the README's columns. */
export const ENGINES: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

/** Where installed ones are; WebKit by its driver, which finds the browser that belongs to it. */
const PLACES: Record<EngineName, string[]> = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: ['/usr/bin/firefox-esr'],
  webkit: ['/usr/bin/WebKitWebDriver'],
};

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Path of an installed browser, or undefined: then Playwright's own build is used. `KELISIM_CHROMIUM`,
 * `KELISIM_FIREFOX` and `KELISIM_WEBKIT` (a WebKitWebDriver) name others.
 */
export const findBrowser = (engine: EngineName): string | undefined =>
  [process.env[`KELISIM_${engine.toUpperCase()}`] ?? '', ...PLACES[engine]].find(
    (path) => path !== '' && isThere(path),
  );

/** Debian's Chromium without windows: the same engine, which draws for nobody and so takes two thirds of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';

/**
 * What tests start as Chromium that need no window and measure no speed. Where there is none, and none was named, it is
 * `findBrowser`; Playwright's own build has such a shell itself.
 */
export const findShell = (): string | undefined =>
  !process.env.KELISIM_CHROMIUM && isThere(SHELL) ? SHELL : findBrowser('chromium');

/** Engines that can be started here, in their order. Chromium counts always: without it the tests fail. */
export const startable = (): EngineName[] =>
  ENGINES.filter(
    (engine) =>
      engine === 'chromium' ||
      findBrowser(engine) ||
      isThere((engine === 'firefox' ? firefox : webkit).executablePath()),
  );

/** Debian's packages for each engine. WebKitGTK has no mode without a display, hence the frame buffer. */
const PACKAGES: Record<EngineName, string[]> = {
  chromium: ['chromium', 'fonts-noto-core'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** Installs the engines that are missing: Debian's as root, else those that Playwright downloads. */
export function installBrowsers(engines: readonly EngineName[] = ['chromium']): void {
  const missing = engines.filter((engine) => !findBrowser(engine));
  if (missing.length === 0) return;
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'inherit' });
  if (process.getuid?.() === 0 && isThere('/usr/bin/apt-get')) {
    run('apt-get', 'update');
    run(
      'apt-get',
      'install',
      '-y',
      '--no-install-recommends',
      ...missing.flatMap((engine) => PACKAGES[engine]),
    );
  } else run('npx', 'playwright', 'install', ...missing);
}

/** Installs the shell beside an installed Chromium, where the system has it; the tests are only slower without. */
export function installShell(): void {
  if (findBrowser('chromium') === '/usr/bin/chromium' && !isThere(SHELL) && process.getuid?.() === 0)
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], {
      stdio: 'inherit',
    });
}

/** Start flags: no sandbox for root, no calls of the browser's own, the lender's host names on this machine. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP *.akshamat.kz 127.0.0.1, MAP akshamat.kz 127.0.0.1',
];

/** How Playwright starts the Chromium at this path, or its own; `more` are further flags. */
export const startOptions = (executablePath: string | undefined, ...more: string[]) => ({
  args: [...CHROMIUM_ARGS, ...more],
  ...(executablePath && { executablePath }),
});

/**
 * How Playwright's test runner starts Firefox. An installed one speaks WebDriver BiDi; Playwright's own protocol is only in
 * the builds that it downloads. The lender's host names are of this machine.
 */
export const FIREFOX = (() => {
  const executablePath = findBrowser('firefox');
  const firefoxUserPrefs = { 'network.dns.localDomains': 'www.akshamat.kz,akshamat.kz' };
  return {
    browserName: 'firefox' as const,
    launchOptions: { firefoxUserPrefs, args: [], ...(executablePath && { executablePath }) },
    ...(executablePath && { channel: 'moz-firefox' }),
  };
})();
