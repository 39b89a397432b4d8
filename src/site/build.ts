import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve as resolvePath } from 'node:path';
import type { Locale } from '../types.ts';
import { checkSite } from './checks.ts';
import { checkVendors } from './checkVendors.ts';
import { emit, type Runtime } from './emit.ts';
import { expand } from './expand.ts';
import { checkLog } from './log.ts';
import { manifestOf } from './manifest.ts';
import { ConfigError, type Problem, problemsOf, report, withoutEchoes } from './problems.ts';
import { resolve, type Site } from './resolve.ts';
import { type SiteConfig, schema } from './schema.ts';
import { placeless, readSource, type Source } from './source.ts';
import { lintKazakh } from './stringLint.ts';

/** A configuration that can be built, and what is worth a second look in it. */
export interface Loaded {
  site: Site;
  warnings: Problem[];
  source: Source;
}

/** Reads and checks a configuration file. Throws `ConfigError` with every problem at once. */
export function loadSite(file: string): Loaded {
  const { source, value: input } = readFile(file);
  const parsed = schema.safeParse(input);
  const findings = checkSite(input);
  const { problems, warnings } = findings;
  if (!parsed.success) problems.unshift(...problemsOf(parsed.error.issues));
  const policyText = readPolicies(input, file, problems);
  // Whose hosts and names are whose can only be told of trackers that are whole.
  const config = parsed.success && !problems.length ? expand(parsed.data) : undefined;
  const vendors = config && checkVendors(config);
  problems.push(...(vendors?.problems ?? []), ...(config ? checkLog(config) : []));
  warnings.push(...(vendors?.warnings ?? []));
  if (!config || problems.length)
    throw new ConfigError(source, { problems: withoutEchoes(problems), warnings });
  return { site: resolve(config, policyText), warnings, source };
}

/** Builds a site's files into `out`. Returns the names of the files written and what was found, as lines. */
export function buildSite(file: string, out: string, runtime: Runtime): { names: string[]; lines: string[] } {
  const { site, warnings, source } = loadSite(file);
  const files = emit(site, runtime);
  files.set('manifest.json', manifestOf(files, site.rules.revision));
  mkdirSync(out, { recursive: true });
  for (const [name, body] of files) writeFileSync(join(out, name), body);
  return { names: [...files.keys()], lines: report(source, { problems: [], warnings }) };
}

function readFile(file: string): { source: Source; value: unknown } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    const message = `The file ${file} cannot be read. Write the path of a consent.config.json.`;
    throw new ConfigError(placeless(file), { problems: [{ where: '', message }], warnings: [] });
  }
  const { source, value, problem } = readSource(file, text);
  if (problem) throw new ConfigError(source, { problems: [problem], warnings: [] });
  return { source, value };
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
