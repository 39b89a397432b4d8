import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AKSHAMAT } from './build.ts';

const TSC = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
const FLAGS =
  '--ignoreConfig --noEmit --strict --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom --types';

/** Compiles code strictly, beside the built `kelisim.d.ts`. Gives what the compiler says against it, or nothing. */
export function saidByTypes(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-types-'));
  copyFileSync(join(AKSHAMAT, 'kelisim.d.ts'), join(folder, 'kelisim.d.ts'));
  writeFileSync(join(folder, 'use.ts'), code);
  try {
    const args = [...FLAGS.split(' '), '', join(folder, 'use.ts')];
    const { stdout, stderr } = spawnSync(TSC, args, { encoding: 'utf8' });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
