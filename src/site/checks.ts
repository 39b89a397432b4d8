import { checkAccounts } from './checkAccounts.ts';
import { checkCarries } from './checkCarries.ts';
import { checkOwnTexts, checkTexts } from './checkTexts.ts';
import { checkTracker } from './checkTracker.ts';
import { checkUse } from './checkUse.ts';
import { expandTracker, ownId, presetUsed } from './expand.ts';
import { each, type Findings, type Loose } from './loose.ts';
import type { FileConfig } from './schema.ts';
import { checkTheme } from './theme.ts';

/** The sample BIN of the demo: right in form, nobody's. */
const SAMPLE_BIN = '000000000000';

/** More would not fit into a cookie. */
const MOST_TRACKERS = 60;

/** What no single field can tell: problems that stop the build, and warnings that do not. Takes any input. */
export function checkSite(input: unknown): Findings {
  const findings: Findings = { problems: [], warnings: [] };
  const { problems, warnings } = findings;
  const config = (typeof input === 'object' && input !== null ? input : {}) as Loose<FileConfig>;
  const russian = checkLanguages(config.languages, findings);
  if (config.operator?.bin === SAMPLE_BIN)
    warnings.push({
      where: 'operator.bin',
      message: "is the demo's sample. Write the operator's own BIN before publishing.",
    });
  const { texts, ...others } = config;
  checkTexts(others, { path: [], russian, problems });
  checkOwnTexts(texts, { path: ['texts'], russian, problems });
  checkTheme(config.theme, findings);
  checkTrackers(config, findings);
  return findings;
}

function checkTrackers(config: Loose<FileConfig>, findings: Findings): void {
  const { problems } = findings;
  const trackers = Array.isArray(config.trackers) ? config.trackers : [];
  if (trackers.length > MOST_TRACKERS)
    problems.push({
      where: 'trackers',
      message: `has more than ${MOST_TRACKERS} entries: the record would not fit into a cookie. Merge or drop some.`,
    });
  const ids = trackers.map((tracker) => tracker && ownId(tracker));
  each(trackers, (tracker, index) => {
    const where = `trackers[${index}]`;
    const first = ids.indexOf(ids[index]);
    const key = tracker.use === undefined ? 'id' : 'as';
    if (ids[index] !== undefined && first !== index)
      problems.push({
        where: `${where}.${key}`,
        message: `"${ids[index]}" is taken by trackers[${first}]. Write another ${key === 'id' ? key : '"as"'}.`,
      });
    checkUse(tracker, { where, findings });
    // Of a preset that there is not nothing more can be said.
    if (tracker.use !== undefined && !presetUsed(tracker)) return;
    const whole = expandTracker(tracker, { texts: {}, purposes: {} });
    checkTracker(whole, { where, cookieName: config.cookie?.name ?? 'kelisim', findings });
  });
  checkCarries(trackers, findings);
  checkAccounts(trackers, findings);
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
