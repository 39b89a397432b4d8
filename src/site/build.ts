import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve as resolvePath } from 'node:path';
import type { Locale } from '../types.ts';
import { checkSite } from './checks.ts';
import { checkVendors } from './checkVendors.ts';
import { emit, type Runtime } from './emit.ts';
import { manifestOf } from './manifest.ts';
import { ConfigError, type Problem, problemsOf } from './problems.ts';
import { resolve, type Site } from './resolve.ts';
import { type SiteConfig, schema } from './schema.ts';
import { lintKazakh } from './stringLint.ts';

/** A configuration that can be built, and what is worth a second look in it. */
export interface Loaded {
  site: Site;
  warnings: Problem[];
}

/** Reads and checks a configuration file. Throws `ConfigError` with every problem at once. */
export function loadSite(file: string): Loaded {
  const name = basename(file);
  const input = readJson(file);
  const parsed = schema.safeParse(input);
  const { problems, warnings } = checkSite(input);
  const vendors = parsed.success
    ? checkVendors(parsed.data)
    : { problems: problemsOf(parsed.error.issues), warnings: [] };
  const all = [...vendors.problems, ...problems];
  const policyText = readPolicies(input, file, all);
  if (all.length || !parsed.success) throw new ConfigError(name, all);
  return { site: resolve(parsed.data, policyText), warnings: [...warnings, ...vendors.warnings] };
}

/** Builds a site's files into `out`. Returns the names of the files written and the warnings. */
export function buildSite(
  file: string,
  out: string,
  runtime: Runtime,
): { names: string[]; warnings: Problem[] } {
  const { site, warnings } = loadSite(file);
  const files = emit(site, runtime);
  files.set('manifest.json', manifestOf(files, site.rules.revision));
  mkdirSync(out, { recursive: true });
  for (const [name, body] of files) writeFileSync(join(out, name), body);
  return { names: [...files.keys()], warnings };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError(basename(file), [
      { where: '', message: `The file ${file} cannot be read. Write the path of a consent.config.json.` },
    ]);
  }
  try {
    // Some editors put a byte order mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const message = `The file is not JSON: ${(cause as Error).message}${lineOf(cause as Error, text)}. Mend it at that place.`;
    throw new ConfigError(basename(file), [{ where: '', message }]);
  }
}

/** ", line 3, column 5" where the engine tells a position only. */
function lineOf({ message }: Error, text: string): string {
  const position = /position (\d+)(?!.*line)/.exec(message)?.[1];
  if (position === undefined) return '';
  const lines = text.slice(0, Number(position)).split('\n');
  return `, line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
}

/** The policy texts that the configuration names, seen from its own folder. */
function readPolicies(input: unknown, file: string, problems: Problem[]): Site['policyText'] {
  const { policy, languages } = (input ?? {}) as Partial<SiteConfig>;
  const found: Site['policyText'] = {};
  for (const locale of ['kk', 'ru'] satisfies Locale[]) {
    const path = policy?.text?.[locale];
    const wanted = !Array.isArray(languages) || languages.includes(locale);
    if (typeof path !== 'string' || !wanted) continue;
    const where = `policy.text.${locale}`;
    try {
      found[locale] = readFileSync(resolvePath(dirname(file), path), 'utf8');
    } catch {
      problems.push({
        where,
        message: `The file ${path} cannot be read. Write its path, seen from ${basename(file)}.`,
      });
    }
    const findings = locale === 'kk' ? lintKazakh(found.kk ?? '') : [];
    for (const finding of findings)
      problems.push({ where, message: `${path}: ${finding}. Type the word again with Kazakh letters.` });
  }
  return found;
}
