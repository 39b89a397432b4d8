import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteConfig } from '../../src/site/schema.ts';

/** The folder of the project, with `/` at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The built files of the akshamat.kz configuration. */
export const AKSHAMAT = join(ROOT, 'dist/akshamat.kz');

/** The demo's configuration, to be changed by a test. Tracker addresses point at the demo's second origin. */
export const readConfig = (): SiteConfig =>
  JSON.parse(readFileSync(join(ROOT, 'demo/consent.config.json'), 'utf8'));

const POLICY = { kk: join(ROOT, 'locales/policy.kk.md'), ru: join(ROOT, 'locales/policy.ru.md') };

/**
 * Builds a changed configuration with the built tool, once for each content. Returns the folder of its files.
 * @param text paths of the policy in both languages
 */
export function buildSite(config: SiteConfig, text = POLICY): string {
  const body = JSON.stringify({ ...config, policy: { ...config.policy, text } });
  const runtime = readdirSync(join(ROOT, 'dist/runtime')).map((name) => `runtime/${name}`);
  const tool = ['cli.js', ...runtime].map((file) => readFileSync(join(ROOT, 'dist', file), 'utf8')).join('');
  const name = createHash('sha256').update(body).update(tool).digest('hex').slice(0, 16);
  const out = join(tmpdir(), 'kelisim-e2e', `${name}-${process.pid}`);
  if (existsSync(join(out, 'manifest.json'))) return out;
  mkdirSync(out, { recursive: true });
  const file = join(out, 'consent.config.json');
  writeFileSync(file, body);
  execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), 'build', file, '--out', out], { stdio: 'pipe' });
  return out;
}
