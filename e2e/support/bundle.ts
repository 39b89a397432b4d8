import { join } from 'node:path';
import { build } from 'vite';
import { ROOT } from './build.ts';

/**
 * Bundles one browser script with the packages it imports, in their production form.
 * @param entry path from the project's folder
 * @returns a classic script
 */
export async function bundle(entry: string): Promise<string> {
  const lib = { entry: join(ROOT, entry), formats: ['iife' as const], name: 'fixture_' };
  const results = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'es2022', lib },
  });
  const [result] = Array.isArray(results) ? results : [results];
  if (!result || !('output' in result)) throw new Error(`Nothing came out of ${entry}.`);
  return result.output[0].code;
}
