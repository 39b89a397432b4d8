import { checkAsked } from './checkAsked.ts';
import { checkSite } from './checks.ts';
import { checkVendors } from './checkVendors.ts';
import { emit, type Runtime } from './emit.ts';
import { expand } from './expand.ts';
import { checkLog } from './log.ts';
import { manifestOf } from './manifest.ts';
import { readPolicies } from './policyFiles.ts';
import { ConfigError, type Problem, problemsOf, report, withoutEchoes } from './problems.ts';
import { resolve, type Site } from './resolve.ts';
import { schema } from './schema.ts';
import { placeless, readSource, type Source } from './source.ts';
import { readText } from './textFile.ts';
import { writeFiles } from './writeFiles.ts';

/** A configuration that can be built, and what is worth a second look in it. */
export interface Loaded {
  site: Site;
  warnings: Problem[];
  source: Source;
}

/** Reads and checks a configuration file. Throws `ConfigError` with every problem at once. */
export function loadSite(file: string): Loaded {
  const { source, value: input, repeated } = readFile(file);
  const parsed = schema.safeParse(input);
  const findings = checkSite(input);
  const { problems, warnings } = findings;
  problems.unshift(...repeated, ...(parsed.success ? [] : problemsOf(parsed.error.issues)));
  const policyText = readPolicies(input, file, problems);
  // Whose hosts and names are whose can only be told of trackers that are whole.
  const config = parsed.success && !problems.length ? expand(parsed.data) : undefined;
  const vendors = config && checkVendors(config);
  problems.push(...(vendors?.problems ?? []), ...(config ? checkLog(config) : []));
  warnings.push(...(vendors?.warnings ?? []), ...(config ? checkAsked(config) : []));
  if (!config || problems.length)
    throw new ConfigError(source, { problems: withoutEchoes(problems), warnings });
  return { site: resolve(config, policyText), warnings, source };
}

/**
 * Builds a site's files into `out`. Returns the names of the files written and what was found, as lines. Throws `ConfigError`,
 * or an error that says why nothing can be written there.
 */
export function buildSite(file: string, out: string, runtime: Runtime): { names: string[]; lines: string[] } {
  const { site, warnings, source } = loadSite(file);
  const files = emit(site, runtime);
  files.set('manifest.json', manifestOf(files, site.rules.revision));
  writeFiles(out, files);
  return { names: [...files.keys()], lines: report(source, { problems: [], warnings }) };
}

function readFile(file: string): Omit<ReturnType<typeof readSource>, 'problem'> {
  const read = readText({ path: file, name: file, cure: 'Write the path of a consent.config.json.' });
  if ('fault' in read) throw broken(placeless(file), { where: '', message: read.fault });
  const { problem, ...parsed } = readSource(file, read.text);
  if (problem) throw broken(parsed.source, problem);
  return parsed;
}

const broken = (source: Source, problem: Problem): ConfigError =>
  new ConfigError(source, { problems: [problem], warnings: [] });
