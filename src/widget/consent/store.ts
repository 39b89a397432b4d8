import type { Act } from '../../contract.ts';
import type { ConsentRecord, ConsentState, Locale } from '../../types.ts';
import { rules } from '../site.ts';
import { warn } from '../warn.ts';
import { DAY, evaluate } from './evaluate.ts';
import { encodeRecord, namesOf, only } from './record.ts';
import { readRecord, writeRecord } from './recordCookie.ts';

/** What the store needs from outside, so that time and chance are passed in. */
export interface StoreSetup {
  /** Milliseconds since 1970. */
  now(): number;
  /** A new receipt number. Called at a decision and never before. */
  newId(): string;
  locale(): Locale;
  /** Told after each change of the state. */
  changed(previous: ConsentState): void;
}

let setup: StoreSetup;

/** Where the visitor stands now. Changes only in this file. */
export let state: ConsentState;

/** Reads the cookie for the first time. */
export function begin(given: StoreSetup): void {
  setup = given;
  state = evaluate(readRecord(), rules, setup.now());
}

/** Reads the cookie again: a decision, another tab, or the end of the term may have changed it. */
export function refresh(): void {
  const previous = state;
  state = evaluate(readRecord(), rules, setup.now());
  if (JSON.stringify(state) !== JSON.stringify(previous)) setup.changed(previous);
}

/** The record in force, or undefined while undecided. */
export const record = (): ConsentRecord | undefined => (state.phase === 'decided' ? state.record : undefined);

/** Whether this purpose or technology is granted, or all that this tracker needs: purpose, itself, each technology. */
export const consents = (name: string): boolean =>
  `${name} ${rules.trackers[name] ?? name}`
    .split(' ')
    .every((need) => namesOf(record()?.granted ?? {}).includes(need));

/** Where no tracker runs whatever was granted; a path that nobody can read is such a place. */
export function isProtected(): boolean {
  try {
    const { pathname, hash } = location;
    return !!rules.protected && new RegExp(rules.protected, 'i').test(decodeURI(pathname) + hash);
  } catch {
    return true;
  }
}

/**
 * Whether this purpose or technology is granted, or this tracker may run now. The one rule of the product: purpose,
 * tracker and every technology it uses are granted, and the page is not a protected route.
 */
export const allows = (name: string): boolean => consents(name) && !(rules.trackers[name] && isProtected());

/** Whether the browser says no to marketing for the visitor, by Global Privacy Control. */
export const hasGpc = (): boolean =>
  rules.gpc !== 0 && !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;

/** Makes a decision. False when it could not be stored: then nothing may run. */
export function decide({ via, grants }: Act): boolean {
  const { asked, revision, termDays } = rules;
  const now = setup.now();
  // "All" is less for a browser that says no to marketing: only who names it says otherwise.
  const isLess = grants === 'all' && hasGpc() && asked.purposes.includes('marketing');
  const until = new Date(now + termDays * DAY);
  const times = [new Date(now), until].map((time) => time.toISOString());
  const head = [record()?.id ?? setup.newId(), ...times, setup.locale(), isLess ? 'gpc' : via, revision];
  const granted = only(asked, (word, kind) =>
    grants === 'all'
      ? !isLess || word !== 'marketing'
      : ([] as unknown[]).concat(grants?.[kind]).includes(word),
  );
  const stored = writeRecord(encodeRecord(head, asked, granted), until);
  if (!stored) {
    // What cannot be proved later must not run now, and an older, wider record must not outlive a withdrawal.
    writeRecord('', new Date(0));
    warn('allow cookies or mend cookie.domain');
  }
  refresh();
  return stored;
}

/**
 * Takes a cookie value for the record. False when it is no current answer to what is asked, no text, or cannot be stored.
 */
export function restore(value: unknown): boolean {
  const { record: found } = evaluate(value, rules, setup.now()) as { record?: ConsentRecord };
  const stored = !!found && writeRecord(value as string, new Date(found.until));
  refresh();
  return stored;
}

/** A yes to everything from before the browser said no to marketing is less now; what was chosen by name stays. */
export function respectGpc(): void {
  const { via, granted } = record() ?? {};
  if (hasGpc() && via === 'accept' && granted?.purposes.includes('marketing')) decide({ via, grants: 'all' });
}
