import { basename, dirname, resolve } from 'node:path';
import type { Locale } from '../types.ts';
import type { Problem } from './problems.ts';
import type { Site } from './resolve.ts';
import type { SiteConfig } from './schema.ts';
import { lintKazakh } from './stringLint.ts';
import { readText } from './textFile.ts';

/** The policy texts that a configuration names, seen from its own `file`; what is wrong with them goes to `problems`. */
export function readPolicies(input: unknown, file: string, problems: Problem[]): Site['policyText'] {
  const { policy, languages } = (input ?? {}) as Partial<SiteConfig>;
  const found: Site['policyText'] = {};
  for (const locale of ['kk', 'ru'] satisfies Locale[]) {
    const name = policy?.text?.[locale];
    const wanted = !Array.isArray(languages) || languages.includes(locale);
    if (typeof name !== 'string' || !wanted) continue;
    const problem = (message: string) => problems.push({ where: `policy.text.${locale}`, message });
    const cure = `Write its path, seen from ${basename(file)}.`;
    const read = readText({ path: resolve(dirname(file), name), name, cure });
    if ('fault' in read) problem(read.fault);
    else if (!read.text.trim()) problem(`The file ${name} is empty. Write the text of the policy there.`);
    else found[locale] = read.text;
    const findings = locale === 'kk' ? lintKazakh(found.kk ?? '') : [];
    for (const finding of findings) problem(`${name}: ${finding}. Type the word again with Kazakh letters.`);
  }
  return found;
}
