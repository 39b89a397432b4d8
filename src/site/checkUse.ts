import type { Preset } from '../trackers/preset.ts';
import { fitsAccount } from './account.ts';
import { presetUsed } from './expand.ts';
import type { Findings, Loose } from './loose.ts';
import { OWN_ID } from './schema/ids.ts';
import type { FileTracker } from './schema.ts';

/** Which tracker of the file is looked at. */
export interface UseCheck {
  /** Its place, such as `trackers[2]`. */
  where: string;
  findings: Findings;
}

/** What has to be there with a preset, and what without one. */
export function checkUse(tracker: Loose<FileTracker>, { where, findings }: UseCheck): void {
  const report = (list: keyof Findings, key: string, message: string) =>
    findings[list].push({ where: `${where}.${key}`, message });
  const preset = presetUsed(tracker);
  if (tracker.use === undefined) checkCustom(tracker, report);
  if (!preset) return;
  checkAccount(tracker.id, preset, report);
  checkOptions(tracker, preset, report);
}

type Report = (list: keyof Findings, key: string, message: string) => void;

const REQUIRED: [key: keyof FileTracker, cure: string][] = [
  ['id', 'Write an id of its own such as "yandex-metrica".'],
  ['name', 'Write the name people know the tracker by.'],
  ['purpose', 'Write one of: "analytics", "marketing", "support", "media", "antifraud".'],
  ['uses', 'Write a list of "cookies", "pixels", "localStorage".'],
  ['provider', 'Write who receives the data: { "name", "country" }.'],
  ['description', 'Write what the tracker does and why: { "kk", "ru" }.'],
  ['start', 'Write a list of { "script" } and { "pixel" }, or [] when the pages hold its inert markup.'],
  ['stores', 'Write a list of { "kind", "name", "lifetime" }, or [] when it stores nothing.'],
];

function checkCustom(tracker: Loose<FileTracker>, report: Report): void {
  for (const [key, cure] of REQUIRED)
    if (tracker[key] === undefined)
      report('problems', key, `is missing. ${cure} For a known vendor write "use" with its preset.`);
  const { id } = tracker;
  if (typeof id === 'string' && !OWN_ID.test(id))
    report(
      'problems',
      'id',
      'must be 2 to 20 lower-case Latin letters, digits and "-", a letter first. Write one such as "yandex-metrica".',
    );
  for (const key of ['as', 'options'] as const)
    if (tracker[key] !== undefined)
      report('problems', key, 'has a meaning only with a preset. Add "use" or take it out.');
}

/** Signs that no account has and that would end an address or a text. */
const NO_SIGN = /[\s"'<>\\{}]/;

function checkAccount(id: unknown, { account, name }: Preset, report: Report): void {
  if (!account) {
    if (id !== undefined)
      report('problems', 'id', `is not needed: ${name} has no account. Take it out, or write "as".`);
    return;
  }
  const example = `"${account.example}"`;
  if (id === undefined)
    report(
      'problems',
      'id',
      `is missing: the site's account at ${name}. Write it in quotes, such as ${example}.`,
    );
  else if (typeof id !== 'string' || fitsAccount(id, account)) return;
  else if (account.verified || NO_SIGN.test(id))
    report('problems', 'id', `"${id}" is no account at ${name}. Write one such as ${example}.`);
  else
    report(
      'warnings',
      'id',
      `"${id}" does not look like an account at ${name}. Compare it: one is ${example}.`,
    );
}

/** The lists of a preset's steps into which the options of a site are put. */
export const placesOfOptions = (preset: Preset) =>
  (['start', 'stop', 'resume', 'update'] as const).filter((key) =>
    JSON.stringify(preset[key] ?? []).includes('"{options}"'),
  );

function checkOptions(tracker: Loose<FileTracker>, preset: Preset, report: Report): void {
  const { options } = tracker;
  if (options === undefined) return;
  const places = placesOfOptions(preset);
  if (!places.length)
    report(
      'problems',
      'options',
      `has no meaning for this preset: ${preset.name} is handed none. Take it out.`,
    );
  else if (places.every((key) => tracker[key] !== undefined))
    report(
      'problems',
      'options',
      `has no meaning beside "${places[0]}", which stands in place of what the preset says. Write them there.`,
    );
  checkSensitive(options, preset, report);
}

function checkSensitive(options: unknown, preset: Preset, report: Report): void {
  const given = (typeof options === 'object' && options !== null ? options : {}) as Record<string, unknown>;
  for (const name of preset.sensitive ?? [])
    if (name in given && JSON.stringify(given[name]) !== JSON.stringify(preset.options?.[name]))
      report(
        'warnings',
        `options.${name}`,
        `hands ${preset.name} more about people than the preset does, and a lender may not pass on what tells of its borrowers. Take it out unless a lawyer agreed.`,
      );
}
