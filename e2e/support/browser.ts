import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Path of an installed Chromium, or undefined: then Playwright's own is used. `KELISIM_CHROMIUM` names another. */
export const findChromium = (): string | undefined =>
  [process.env.KELISIM_CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && isThere(path));

/** Installs a browser where there is none: Debian's as root, else the one that Playwright downloads. */
export function installChromium(): void {
  if (findChromium()) return;
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'inherit' });
  if (process.getuid?.() === 0 && isThere('/usr/bin/apt-get')) {
    run('apt-get', 'update');
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core');
  } else run('npx', 'playwright', 'install', 'chromium');
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
