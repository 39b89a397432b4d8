import type { Details } from '../contract.ts';

/** Kazakhstan has one time zone, UTC+05:00, and no summer time. */
const ALMATY = 5 * 60 * 60 * 1000;

/** A text with its `{{name}}` marks filled in. */
export const fill = (text: string | undefined, values: Record<string, unknown>): string =>
  `${text}`.replace(/{{(\w+)}}/g, (_, name) => `${values[name]}`);

/** The time of an ISO 8601 moment by the clock in Almaty. */
export const timeInAlmaty = (iso: string): string =>
  `${new Date(Date.parse(iso) + ALMATY).toISOString().slice(11, 19)} (UTC+05:00)`;

/** The day of an ISO 8601 moment in words, as the calendar in Almaty has it. */
export function dateInWords(iso: string, { texts, months }: Pick<Details, 'texts' | 'months'>): string {
  const [year, month, day] = new Date(Date.parse(iso) + ALMATY).toISOString().split(/\D/);
  return fill(texts.date, { year, month: months[Number(month) - 1], day: Number(day) });
}
