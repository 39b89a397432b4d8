import type { Grants } from '../types.ts';
import { addDays, type Calendar, dueDay, localDay } from './calendar.ts';
import type { Database } from './database/database.ts';
import type { Post } from './post.ts';
import { type Days, readChanges } from './store.ts';

/** What somebody took back, and by when vendors must have stopped. */
export interface Withdrawal {
  receipt: string;
  /** When it was taken back: ISO 8601, UTC. */
  at: string;
  /** The last day to stop: 15 working days after the day in Kazakhstan on which it was taken back. */
  due: string;
  withdrawn: Grants;
  /** Who has to be told: the third parties of the withdrawn trackers. */
  parties: Post['told']['parties'];
}

/** Fifteen working days are never more days than this, holidays and moved days included. */
const LONGEST = 45;

const missing = <Name extends string>(before: readonly Name[], after: readonly Name[]): Name[] =>
  before.filter((name) => !after.includes(name));

/** Everything that was granted before and is no more; what was asked when nobody knows what was granted. */
function takenBack(now: Post, before: Post | undefined): Grants {
  const [had, has] = [before?.record.granted ?? now.record.asked, now.record.granted];
  return {
    purposes: missing(had.purposes, has.purposes),
    technologies: missing(had.technologies, has.technologies),
    trackers: missing(had.trackers, has.trackers),
  };
}

/** Everything taken back whose last day is among these days, in the order of time. */
export async function readWithdrawals(
  database: Database,
  { from, to }: Days,
  calendar: Calendar,
): Promise<Withdrawal[]> {
  const changes = await readChanges(database, { from: addDays(from, -LONGEST), to });
  return changes.flatMap(({ stored, before }) => {
    const now = JSON.parse(stored.body) as Post;
    const { at } = now.record;
    const due = dueDay(localDay(Date.parse(at)), calendar);
    const earlier = before === undefined ? undefined : (JSON.parse(before) as Post);
    const withdrawn = takenBack(now, earlier);
    if (due < from || due > to || !Object.values(withdrawn).flat().length) return [];
    const parties = [...(earlier?.told.parties ?? []), ...now.told.parties].filter(
      ({ tracker }, index, all) =>
        withdrawn.trackers.includes(tracker) && all.findIndex((other) => other.tracker === tracker) === index,
    );
    return [{ receipt: stored.receipt, at, due, withdrawn, parties }];
  });
}
