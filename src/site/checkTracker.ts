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

/** What no single field of a tracker can tell. */
export function checkTracker(
  tracker: Loose<TrackerConfig>,
  { where, cookieName, findings }: TrackerCheck,
): void {
  const report = (list: keyof Findings, place: string, message: string) =>
    findings[list].push({ where: `${where}.${place}`, message });
  const problem = (place: string, message: string) => report('problems', place, message);

  const uses: unknown[] | undefined = Array.isArray(tracker.uses) ? tracker.uses : undefined;
  const need = (technology: string, place: string, because: string) => {
    if (uses && !uses.includes(technology))
      problem('uses', `lacks "${technology}", but ${place} ${because}. Add "${technology}".`);
  };

  if (RESERVED.includes(String(tracker.id)))
    problem('id', `"${tracker.id}" is the name of a purpose or technology. Write another id.`);
  const { country } = tracker.provider ?? {};
  if (/^[A-Z]{2}$/.test(String(country)) && !isCountry(String(country)))
    problem('provider.country', `"${country}" is no country. Write an ISO 3166-1 code such as "RU".`);

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
  for (const key of ['start', 'stop', 'resume', 'update'] as const)
    each(tracker[key], (step, index) => {
      for (const path of pathsIn(step))
        if (UNSAFE.test(path))
          problem(
            `${key}[${index}]`,
            `"${path}" is no vendor's name. Write the vendor's own function or flag.`,
          );
    });
  if (tracker.use !== undefined && tracker.description === undefined)
    problem('description', `is missing for the preset "${tracker.use}". Write { "kk", "ru" }.`);

  const long: number[] = [];
  each(tracker.stores, ({ kind, name, lifetime }, index) => {
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
    const parsed = parseLifetime(String(lifetime));
    if (typeof parsed === 'object' && daysOf(parsed) > THIRTEEN_MONTHS) long.push(index);
  });
  // What comes from a preset has no place of its own in the file.
  const places = tracker.use === undefined ? long.map((index) => [index]) : long.length ? [long] : [];
  for (const place of places) {
    const names = place.map(
      (index) => `"${tracker.stores?.[index]?.name}" (${tracker.stores?.[index]?.lifetime})`,
    );
    report(
      'warnings',
      tracker.use === undefined ? `stores[${place[0]}].lifetime` : 'stores',
      `${names.join(', ')}: longer than 13 months. Shorten it in the vendor's settings if they allow.`,
    );
  }
}

/** Every path from `window` that a step goes. */
const pathsIn = (step: object): string[] =>
  Object.entries(step)
    .filter(([key, value]) => /^(call|set|alias|of|list|stub|queue|methods|through)$/.test(key) && value)
    .map(([, value]) => String(value));

const isCountry = (code: string): boolean =>
  !NO_COUNTRY.test(code) &&
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
