import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES, installBrowsers } from '../support/browser.ts';
import { expected } from './expected.ts';
import { putTable, renderTable } from './table.ts';

/* `npm run conformance` runs the suite alone; with `-- --write` it puts the table of what is expected into README.md. */
if (process.argv.includes('--write')) {
  const path = join(import.meta.dirname, '../../README.md');
  writeFileSync(path, putTable(readFileSync(path, 'utf8'), renderTable(expected)));
} else {
  const projects = ENGINES.flatMap((engine) => ['--project', `conformance in ${engine}`]);
  const run = ['playwright', 'test', '-c', 'e2e/playwright.config.ts', ...projects];
  installBrowsers(ENGINES);
  const env = { ...process.env, KELISIM_ENGINES: 'all' };
  process.exitCode = spawnSync('npx', run, { stdio: 'inherit', env }).status ?? 1;
}
