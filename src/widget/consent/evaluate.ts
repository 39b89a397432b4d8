import type { SiteRules } from '../../contract.ts';
import type { ConsentRecord, ConsentState } from '../../types.ts';
import { decodeRecord } from './record.ts';

/** One day in milliseconds. */
export const DAY = 864e5;

/**
 * What a stored cookie value means at the time `now` (ms since 1970) under these rules. Anything that is not
 * a whole, current answer to everything asked today is `undecided`.
 */
export function evaluate(value: unknown, rules: SiteRules, now: number): ConsentState {
  const record = decodeRecord(value);
  const why = !value ? 'first-visit' : !record ? 'unreadable' : unfit(record, rules, now);
  return why ? { phase: 'undecided', why } : { phase: 'decided', record: record as ConsentRecord };
}

function unfit({ at, until, revision, asked }: ConsentRecord, rules: SiteRules, now: number) {
  const [base, ...prints] = revision.split('~');
  const [baseNow, ...printsNow] = rules.revision.split('~');
  // A clock may be a day wrong; a record from further in the future was made up.
  if (!(Date.parse(at) < now + DAY)) return 'unreadable';
  // A tracker that is gone does not matter; one that is new or has changed was never agreed to.
  const told = (id: string, index: number) => prints[asked.trackers.indexOf(id)] === printsNow[index];
  if (base !== baseNow || !rules.asked.trackers.every(told)) return 'revision';
  return now < Date.parse(until) ? undefined : 'expired';
}
