import { daysOf, parseLifetime } from './lifetime.ts';
import { each, type Findings, type Loose } from './loose.ts';
import { PURPOSES, TECHNOLOGIES } from './resolve.ts';
import type { TrackerConfig } from './schema.ts';
import { namePattern } from './storeNames.ts';

/** Names that ids may not take, because the API asks for all three by name. */
const RESERVED: readonly string[] = [...PURPOSES, ...TECHNOLOGIES];

/** Kinds of storage that stand under the technology of local storage. */
const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage'];

const UNSAFE = /(^|\.)(__proto__|prototype|constructor)(\.|$)/;

/** Codes that Unicode names but ISO 3166-1 does not give to a country. */
const NO_COUNTRY = /^(ZZ|XA|XB|EU|EZ|UN|UK|SU|QO|AC|CP|DG|EA|IC|TA|CQ)$/;

/** Thirteen months have 396 days at most. */
const THIRTEEN_MONTHS = 396;

/** Which tracker is looked at. */
export interface TrackerCheck {
  /** Its place, such as `trackers[2]`. */
  where: string;
  /** Name of the record cookie. */
  cookieName: string;
  findings: Findings;
}

type Tracker = Loose<TrackerConfig>;
type Problem = (place: string, message: string) => void;

/** Tells when a tracker does something for which it declares no technology. */
type Need = (technology: string, place: string, because: string) => void;

/** What no single field of a tracker can tell. */
export function checkTracker(tracker: Tracker, { where, cookieName, findings }: TrackerCheck): void {
  const problem: Problem = (place, message) =>
    findings.problems.push({ where: `${where}.${place}`, message });
  const uses: unknown[] | undefined = Array.isArray(tracker.uses) ? tracker.uses : undefined;
  const need: Need = (technology, place, because) => {
    if (uses && !uses.includes(technology))
      problem('uses', `lacks "${technology}", but ${place} ${because}. Add "${technology}".`);
  };
  checkFacts(tracker, problem);
  checkStart(tracker, problem, need);
  checkPaths(tracker, problem);
  each(tracker.stores, ({ kind, name }, index) => {
    const place = `stores[${index}]`;
    if (kind === 'cookie') need('cookies', place, 'is a cookie');
    else if (STORAGE.includes(String(kind))) need('localStorage', place, `is a ${kind}`);
    const own =
      kind === 'cookie' ? [cookieName] : kind === 'localStorage' ? ['kelisim.locale', 'kelisim.outbox'] : [];
    const pattern = new RegExp(`^(${namePattern(String(name))})$`);
    if (own.some((mine) => pattern.test(mine)))
      problem(
        `${place}.name`,
        `"${name}" would also erase what the banner itself stores. Write the tracker's own name.`,
      );
  });
  checkLifetimes(tracker, (place, message) =>
    findings.warnings.push({ where: `${where}.${place}`, message }),
  );
}

function checkFacts(tracker: Tracker, problem: Problem): void {
  if (RESERVED.includes(String(tracker.id))) {
    // Beside "use" the key "id" holds the account.
    const [key, cure] = tracker.use === undefined ? ['id', 'another id'] : ['as', 'another "as"'];
    problem(key as string, `"${tracker.id}" is the name of a purpose or technology. Write ${cure}.`);
  }
  const { country } = tracker.provider ?? {};
  if (/^[A-Z]{2}$/.test(String(country)) && !isCountry(String(country)))
    problem('provider.country', `"${country}" is no country. Write an ISO 3166-1 code such as "RU".`);
  if (tracker.use !== undefined && tracker.description === undefined)
    problem('description', `is missing for the preset "${tracker.use}". Write { "kk", "ru" }.`);
}

function checkStart(tracker: Tracker, problem: Problem, need: Need): void {
  let onlyPixels = Array.isArray(tracker.start) && tracker.start.length > 0;
  each(tracker.start, (item, index) => {
    if ('pixel' in item) need('pixels', `start[${index}]`, 'is a pixel');
    else onlyPixels = false;
  });
  if (!onlyPixels && tracker.stop === undefined)
    problem(
      'stop',
      'is missing. Write how the vendor is stopped, such as [{ "call": "vendor.stop" }], [] when nothing of it goes on by itself (a frame), or false when it cannot be stopped on a page.',
    );
  if (tracker.resume && !tracker.stop)
    problem('resume', 'has no "stop" to resume from. Add "stop" or leave "resume" out.');
}

function checkPaths(tracker: Tracker, problem: Problem): void {
  for (const key of ['start', 'stop', 'resume', 'update'] as const)
    each(tracker[key], (step, index) => {
      for (const path of pathsIn(step))
        if (UNSAFE.test(path))
          problem(
            `${key}[${index}]`,
            `"${path}" is no vendor's name. Write the vendor's own function or flag.`,
          );
    });
}

function checkLifetimes({ use, stores }: Tracker, warn: Problem): void {
  const long: { place: string; told: string }[] = [];
  each(stores, ({ name, lifetime }, index) => {
    const parsed = parseLifetime(String(lifetime));
    if (typeof parsed === 'object' && daysOf(parsed) > THIRTEEN_MONTHS)
      long.push({ place: `stores[${index}].lifetime`, told: `"${name}" (${lifetime})` });
  });
  // What comes from a preset has no place of its own in the file.
  const lines =
    use === undefined || !long.length
      ? long
      : [{ place: 'stores', told: long.map(({ told }) => told).join(', ') }];
  for (const { place, told } of lines)
    warn(place, `${told}: longer than 13 months. Shorten it in the vendor's settings if they allow.`);
}

/** Every path from `window` that a step goes. */
const pathsIn = (step: object): string[] =>
  Object.entries(step)
    .filter(
      ([key, value]) => /^(call|set|alias|of|list|stub|queue|methods|through|wrap|by)$/.test(key) && value,
    )
    .map(([, value]) => String(value));

const isCountry = (code: string): boolean =>
  !NO_COUNTRY.test(code) &&
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
