/*
 * Working days of Kazakhstan. Public holidays by the Law "On holidays in the Republic of Kazakhstan" and the Labour
 * Code; the Day of the Constitution moved from 30 August to 15 March with the referendum of 2026 (announced by the
 * Ministry of Labour, first kept in 2027). Kurban Ait moves by the moon, and the government moves days each year:
 * those are written into the operator's calendar file.
 */

/** Days as `2026-05-27` that differ from the rule. */
export interface Calendar {
  /** Days without work that the rule does not know: the first day of Kurban Ait, days moved by the government. */
  off: readonly string[];
  /** Working days that the rule takes for free: Saturdays to make up for a moved day. */
  working: readonly string[];
}

/** Working days that the law gives to stop after a withdrawal (Law 94-V, article 8, paragraph 7). */
const DAYS_TO_STOP = 15;

const DAY = 864e5;
/** Public holidays; one on a weekend moves to the next working day (Labour Code, article 85). */
const HOLIDAYS = [
  ...[
    '01-01',
    '01-02',
    '03-08',
    '03-21',
    '03-22',
    '03-23',
    '05-01',
    '05-07',
    '05-09',
    '07-06',
    '10-25',
    '12-16',
  ],
];
/** Orthodox Christmas is a day off that does not move. */
const FIXED_DAY_OFF = '01-07';
/** The first year with the Day of the Constitution in spring; the one in August ended with 2025. */
const CONSTITUTION = { spring: '03-15', from: 2027, autumn: '08-30', until: 2025 };

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(timeOf(day)).getUTCDay());

function isHoliday(day: string): boolean {
  const [year, date] = [Number(day.slice(0, 4)), day.slice(5)];
  if (date === CONSTITUTION.spring) return year >= CONSTITUTION.from;
  if (date === CONSTITUTION.autumn) return year <= CONSTITUTION.until;
  return HOLIDAYS.includes(date);
}

/** Days that are free because holidays before them fell on a weekend: looked for from the last working day on. */
function isMovedTo(day: string): boolean {
  let owed = 0;
  // No run of weekends and holidays is longer than this.
  for (let time = timeOf(day) - 14 * DAY; time < timeOf(day); time += DAY) {
    const before = dayOf(time);
    if (isHoliday(before) && isWeekend(before)) owed += 1;
    else if (owed && !isHoliday(before) && !isWeekend(before) && before.slice(5) !== FIXED_DAY_OFF) owed -= 1;
  }
  return owed > 0;
}

/** Whether people work on a day such as `2026-11-25` in Kazakhstan. */
export function isWorkingDay(day: string, { off, working }: Calendar): boolean {
  if (working.includes(day)) return true;
  if (off.includes(day) || isWeekend(day) || isHoliday(day) || day.slice(5) === FIXED_DAY_OFF) return false;
  return !isMovedTo(day);
}

/** The day in Kazakhstan (UTC+05:00 everywhere since 1 March 2024) of a moment, such as `2026-11-25`. */
export const localDay = (time: number): string => dayOf(time + 5 * 36e5);

/** A moment as written in Kazakhstan: ISO 8601 with `+05:00`. */
export const localTime = (time: number): string =>
  new Date(time + 5 * 36e5).toISOString().replace('Z', '+05:00');

/** The last day to stop after a withdrawal on this local day: the term begins with the next day. */
export function dueDay(withdrawn: string, calendar: Calendar): string {
  let time = timeOf(withdrawn);
  for (let left = DAYS_TO_STOP; left > 0; ) {
    time += DAY;
    if (isWorkingDay(dayOf(time), calendar)) left -= 1;
  }
  return dayOf(time);
}

/** Whether a text is a day that exists, such as `2026-11-25`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(timeOf(text)) && dayOf(timeOf(text)) === text;

/** The day so many days later, or earlier when negative. */
export const addDays = (day: string, count: number): string => dayOf(timeOf(day) + count * DAY);

/**
 * Reads a calendar file: `{ "off": ["2026-05-27"], "working": [] }`, both optional.
 * @throws Error that says what is wrong
 */
export function readCalendar(text: string): Calendar {
  const { off = [], working = [], ...others } = JSON.parse(text) as Partial<Calendar>;
  const isList = [off, working].every(
    (list) => Array.isArray(list) && list.every((day) => typeof day === 'string' && isDay(day)),
  );
  if (!isList || Object.keys(others).length)
    throw new Error('A calendar is { "off": ["2026-05-27"], "working": ["2026-06-06"] }: lists of days.');
  return { off, working };
}
