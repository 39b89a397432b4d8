import { checkTracker } from './checkTracker.ts';
import { each, type Findings, type Loose } from './loose.ts';
import { type Problem, placeOf } from './problems.ts';
import type { SiteConfig } from './schema.ts';
import { lintKazakh } from './stringLint.ts';

/** The sample BIN of the demo: right in form, nobody's. */
const SAMPLE_BIN = '000000000000';

/** More would not fit into a cookie. */
const MOST_TRACKERS = 60;

/** What no single field can tell: problems that stop the build, and warnings that do not. Takes any input. */
export function checkSite(input: unknown): Findings {
  const findings: Findings = { problems: [], warnings: [] };
  const config = (typeof input === 'object' && input !== null ? input : {}) as Loose<SiteConfig>;
  const russian = checkLanguages(config.languages, findings);
  if (config.operator?.bin === SAMPLE_BIN)
    findings.warnings.push({
      where: 'operator.bin',
      message: "is the demo's sample. Write the operator's own BIN before publishing.",
    });
  checkTexts(input, { path: [], russian, problems: findings.problems });
  const trackers = Array.isArray(config.trackers) ? config.trackers : [];
  if (trackers.length > MOST_TRACKERS)
    findings.problems.push({
      where: 'trackers',
      message: `has more than ${MOST_TRACKERS} entries: the record would not fit into a cookie. Merge or drop some.`,
    });
  each(trackers, (tracker, index) => {
    const where = `trackers[${index}]`;
    const first = trackers.findIndex((other) => other?.id === tracker.id);
    if (tracker.id !== undefined && first !== index)
      findings.problems.push({
        where: `${where}.id`,
        message: `"${tracker.id}" is taken by trackers[${first}]. Write another id.`,
      });
    checkTracker(tracker, { where, cookieName: config.cookie?.name ?? 'kelisim', findings });
  });
  return findings;
}

/** Whether Russian is among the languages. */
function checkLanguages(given: unknown, { problems, warnings }: Findings): boolean {
  const languages = Array.isArray(given) ? given : ['kk', 'ru'];
  if (languages[0] !== 'kk' || new Set(languages).size !== languages.length)
    problems.push({
      where: 'languages',
      message: 'must begin with "kk" and name each once. Write ["kk", "ru"].',
    });
  if (languages.includes('ru')) return true;
  warnings.push({
    where: 'languages',
    message: 'leaves Russian out; consumer information is wanted in Kazakh and Russian. Write ["kk", "ru"].',
  });
  return false;
}

interface TextCheck {
  path: PropertyKey[];
  russian: boolean;
  problems: Problem[];
}

/** Every `{ "kk", "ru" }` in the file: Russian beside Kazakh, and Kazakh spelt with Kazakh letters. */
function checkTexts(value: unknown, { path, russian, problems }: TextCheck): void {
  if (typeof value !== 'object' || value === null) return;
  const { kk, ru } = value as { kk?: unknown; ru?: unknown };
  if (typeof kk === 'string') {
    if (russian && ru === undefined)
      problems.push({ where: placeOf([...path, 'ru']), message: 'is missing. Write the same in Russian.' });
    for (const finding of lintKazakh(kk))
      problems.push({
        where: placeOf([...path, 'kk']),
        message: `${finding}. Type the word again with Kazakh letters.`,
      });
  }
  for (const [key, child] of Object.entries(value))
    checkTexts(child, { path: [...path, Array.isArray(value) ? Number(key) : key], russian, problems });
}
