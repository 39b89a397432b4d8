import { isBin } from '../site/bin.ts';
import type { Post } from './post.ts';

const DAY = 864e5;

/** The longest term that a site may set is 395 days. Older decisions ended before they came. */
const OLDEST_DAYS = 400;
const LONGEST_DAYS = 395;

/** Same moment when it is written again: `2026-02-30` and hour 24 are no moments. */
const isMoment = (text: string): boolean => {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString() === text;
};

const within = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((name) => whole.includes(name));

/** Each is a sentence, and whether it holds for this post at this time. */
const RULES: [holds: (post: Post, now: number) => boolean, fault: string][] = [
  [({ record }) => isMoment(record.at) && isMoment(record.until), 'record.at or record.until is no moment'],
  [({ record }, now) => Date.parse(record.at) < now + DAY, 'record.at lies in the future'],
  [
    ({ record }, now) => Date.parse(record.at) > now - OLDEST_DAYS * DAY,
    `record.at is more than ${OLDEST_DAYS} days ago`,
  ],
  [
    ({ record: { at, until } }) => {
      const term = Date.parse(until) - Date.parse(at);
      return term > 0 && term <= LONGEST_DAYS * DAY;
    },
    `record.until is not 1 to ${LONGEST_DAYS} days after record.at`,
  ],
  [
    ({ record: { asked, granted } }) =>
      within(granted.purposes, asked.purposes) &&
      within(granted.technologies, asked.technologies) &&
      within(granted.trackers, asked.trackers),
    'record.granted holds what record.asked does not',
  ],
  [
    ({ record: { via, granted } }) =>
      (via !== 'refuse' && via !== 'withdraw') || !Object.values(granted).flat().length,
    'record.granted is not empty although all was refused or withdrawn',
  ],
  [
    ({ record: { revision, asked } }) => revision.split('~').length === asked.trackers.length + 1,
    'record.revision does not have a part for each tracker of record.asked',
  ],
  [
    ({ record: { asked }, told }) =>
      new Set(told.parties.map(({ tracker }) => tracker)).size === told.parties.length &&
      within(
        asked.trackers,
        told.parties.map(({ tracker }) => tracker),
      ),
    'told.parties does not name each tracker of record.asked once',
  ],
  [({ told }) => isBin(told.bin), 'told.bin has a wrong check digit'],
  [({ told }) => isMoment(`${told.policy.date}T00:00:00.000Z`), 'told.policy.date is no date'],
];

/** What is wrong with a post that fits the schema, in words without its content; undefined when nothing is. */
export const faultOf = (post: Post, now: number): string | undefined =>
  RULES.find(([holds]) => !holds(post, now))?.[1];
