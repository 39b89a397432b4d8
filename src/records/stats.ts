import type { Database } from './database/database.ts';
import type { Days } from './store.ts';

/** How decisions went: `all` granted everything asked, `none` nothing. */
export interface Sums {
  decisions: number;
  all: number;
  none: number;
}

/** Counts of decisions, without anything that stands for a person. */
export interface Stats {
  days: (Sums & { day: string })[];
  languages: (Sums & { language: string })[];
  /** How often each purpose was asked about and granted. */
  purposes: { purpose: string; asked: number; granted: number }[];
}

const SUMS = `count(*)::int as decisions,
  count(*) filter (where granted::jsonb = asked::jsonb)::int as "all",
  count(*) filter (where json_array_length(granted->'trackers') = 0)::int as none`;
const DECISIONS = `from (select day, body->'record'->>'locale' as locale, body->'record'->'asked' as asked,
  body->'record'->'granted' as granted from kelisim.records where day between $1::date and $2::date) d`;

/** Counts over the decisions of these UTC days. */
export async function readStats(database: Database, { from, to }: Days): Promise<Stats> {
  const read = <Result extends object>(sql: string) => database.query<Result>(sql, [from, to]);
  return {
    days: await read(`select day::text as day, ${SUMS} ${DECISIONS} group by 1 order by 1`),
    languages: await read(`select locale as language, ${SUMS} ${DECISIONS} group by 1 order by 1`),
    purposes: await read(`select purpose, count(*)::int as asked,
      count(*) filter (where granted::jsonb->'purposes' ? purpose)::int as granted
      ${DECISIONS}, lateral json_array_elements_text(asked->'purposes') as purpose group by 1 order by 1`),
  };
}
