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

/**
 * Whether this purpose or technology is granted, or this tracker may run. The one rule of the product: purpose,
 * tracker and every technology it uses are granted.
 */
export const allows = (name: string): boolean =>
  `${rules.trackers[name] ?? name}`
    .split(' ')
    .every((need) => namesOf(record()?.granted ?? {}).includes(need));

/** Makes a decision. False when it could not be stored: then nothing may run. */
export function decide({ via, grants }: Act): boolean {
  const { asked, revision, termDays } = rules;
  const now = setup.now();
  const until = new Date(now + termDays * DAY);
  const times = [new Date(now), until].map((time) => time.toISOString());
  const head = [record()?.id ?? setup.newId(), ...times, setup.locale(), via, revision];
  const granted = only(
    asked,
    (word, kind) => grants === 'all' || ([] as unknown[]).concat(grants?.[kind]).includes(word),
  );
  const stored = writeRecord(encodeRecord(head, asked, granted), until);
  if (!stored) {
    // What cannot be proved later must not run now, and an older, wider record must not outlive a withdrawal.
    writeRecord('', new Date(0));
    warn('nothing runs: allow cookies or mend cookie.domain');
  }
  refresh();
  return stored;
}
