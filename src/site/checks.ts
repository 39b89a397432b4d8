import { daysOf, parseLifetime } from './lifetime.ts';
import { type Problem, placeOf } from './problems.ts';
import type { SiteConfig, TrackerConfig } from './schema.ts';
import { lintKazakh } from './stringLint.ts';

/** What the checks read: any part may be missing or wrong, the schema tells of that. */
type Loose<Value> = Value extends (infer Item)[]
  ? Loose<Item>[] | undefined
  : Value extends object
    ? { [Key in keyof Value]?: Loose<Value[Key]> }
    : Value | undefined;

const RESERVED = [
  ...['analytics', 'marketing', 'support', 'media', 'antifraud'],
  ...['cookies', 'pixels', 'localStorage'],
];

const UNSAFE = /(^|\.)(__proto__|prototype|constructor)(\.|$)/;

/** The sample BIN of the demo: right in form, nobody's. */
const SAMPLE_BIN = '000000000000';

const THIRTEEN_MONTHS = 396;

const items = <Item>(list: Item[] | false | undefined): Item[] =>
  Array.isArray(list) ? list.filter(Boolean) : [];

/** What no single field can tell: problems that stop the build, and warnings that do not. Takes any input. */
export function checkSite(input: unknown): { problems: Problem[]; warnings: Problem[] } {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const config = (input ?? {}) as Loose<SiteConfig>;
  const languages = config.languages === undefined ? ['kk', 'ru'] : items(config.languages);
  if (languages[0] !== 'kk' || new Set(languages).size !== languages.length)
    problems.push({
      where: 'languages',
      message: 'must begin with "kk" and name each once. Write ["kk", "ru"].',
    });
  if (!languages.includes('ru'))
    warnings.push({
      where: 'languages',
      message:
        'leaves Russian out; consumer information is wanted in Kazakh and Russian. Write ["kk", "ru"].',
    });
  if (config.operator?.bin === SAMPLE_BIN)
    warnings.push({
      where: 'operator.bin',
      message: "is the demo's sample. Write the operator's own BIN before publishing.",
    });
  checkTexts(input, [], languages.includes('ru'), problems);
  const trackers = items(config.trackers) as Loose<TrackerConfig>[];
  if (trackers.length > 60)
    problems.push({
      where: 'trackers',
      message: 'has more than 60 entries: the record would not fit into a cookie. Merge or drop some.',
    });
  trackers.forEach((tracker, index) => {
    const where = `trackers[${index}]`;
    const first = trackers.findIndex(({ id }) => id === tracker.id);
    if (tracker.id !== undefined && first !== index)
      problems.push({
        where: `${where}.id`,
        message: `"${tracker.id}" is taken by trackers[${first}]. Write another id.`,
      });
    if (RESERVED.includes(tracker.id as string))
      problems.push({
        where: `${where}.id`,
        message: `"${tracker.id}" is the name of a purpose or technology. Write another id.`,
      });
    checkTracker(tracker, where, config.cookie?.name ?? 'kelisim', { problems, warnings });
  });
  return { problems, warnings };
}

interface Findings {
  problems: Problem[];
  warnings: Problem[];
}

function checkTracker(
  tracker: Loose<TrackerConfig>,
  where: string,
  cookieName: string,
  { problems, warnings }: Findings,
): void {
  const uses = items(tracker.uses);
  const need = (technology: string, place: string, because: string) => {
    if (tracker.uses && !uses.includes(technology as never))
      problems.push({
        where: `${where}.uses`,
        message: `lacks "${technology}", but ${place} ${because}. Add "${technology}".`,
      });
  };
  const { country } = tracker.provider ?? {};
  if (/^[A-Z]{2}$/.test(country ?? '') && !countryExists(country as string))
    problems.push({
      where: `${where}.provider.country`,
      message: `"${country}" is no country. Write an ISO 3166-1 code such as "RU".`,
    });
  items(tracker.start).forEach((item, index) => {
    if ('pixel' in item) need('pixels', `start[${index}]`, 'is a pixel');
  });
  for (const key of ['stop', 'resume'] as const)
    items(tracker[key]).forEach((step, index) => {
      const path = ('call' in step ? step.call : (step as { set?: string }).set) ?? '';
      if (UNSAFE.test(path))
        problems.push({
          where: `${where}.${key}[${index}]`,
          message: `"${path}" is no vendor's name. Write the vendor's own function or flag.`,
        });
    });
  items(tracker.stores).forEach((stored, index) => {
    const place = `stores[${index}]`;
    need(stored.kind === 'cookie' ? 'cookies' : 'localStorage', place, `is a ${stored.kind}`);
    const shape = new RegExp(
      `^${String(stored.name)
        .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
        .replace(/\*+/g, '.*')}$`,
    );
    if (
      (stored.kind === 'cookie' && shape.test(cookieName)) ||
      (stored.kind === 'localStorage' && shape.test('kelisim.locale'))
    )
      problems.push({
        where: `${where}.${place}.name`,
        message: `"${stored.name}" would also erase what the banner itself stores. Write the tracker's own name.`,
      });
    const lifetime = parseLifetime(String(stored.lifetime));
    if (lifetime && lifetime !== 'until erased' && daysOf(lifetime) > THIRTEEN_MONTHS)
      warnings.push({
        where: `${where}.${place}.lifetime`,
        message: `"${stored.lifetime}" is longer than 13 months. Shorten it in the vendor's settings if they allow.`,
      });
  });
  if (tracker.stop === undefined && items(tracker.start).some((item) => 'script' in item))
    problems.push({
      where: `${where}.stop`,
      message:
        'is missing. Write how the vendor is stopped, such as [{ "call": "vendor.stop" }], or false when it cannot be stopped on a page.',
    });
  if (tracker.resume && !tracker.stop)
    problems.push({
      where: `${where}.resume`,
      message: 'has no "stop" to resume from. Add "stop" or leave "resume" out.',
    });
}

/** Whether Unicode's list of regions knows this code. */
const countryExists = (code: string): boolean =>
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;

/** Every `{ "kk", "ru" }` in the file: Russian beside Kazakh, and Kazakh spelt with Kazakh letters. */
function checkTexts(value: unknown, path: PropertyKey[], russian: boolean, problems: Problem[]): void {
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
    checkTexts(child, [...path, Array.isArray(value) ? Number(key) : key], russian, problems);
}
