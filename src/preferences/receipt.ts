import type { Details } from '../contract.ts';
import type { ConsentRecord } from '../types.ts';
import { dateInWords, timeInAlmaty } from './words.ts';

/** A label and what stands behind it. */
type Line = [label: string | undefined, value: string | undefined];

/** The receipt number in groups of four. */
export const numberOf = ({ id }: ConsentRecord): string => id.replace(/.{4}(?=.)/g, '$&-');

/** Whether each of these was allowed; a tracker only if its purpose and every technology it uses were, too. */
export function allowances(
  { granted }: ConsentRecord,
  { texts }: Details,
  parts: { id: string; name: string; purpose?: string; uses?: string[] }[],
): Line[] {
  const names: string[] = Object.values(granted).flat();
  return parts.map(({ id, name, purpose = id, uses = [] }) => [
    name,
    [id, purpose, ...uses].every((need) => names.includes(need)) ? texts.allowed : texts.refused,
  ]);
}

/** The receipt in one language: who asked, what was told, what was answered, who would get the data. */
function receiptIn(record: ConsentRecord, details: Details): string {
  const { texts, facts, technologies, purposes, trackers } = details;
  const when = (iso: string) => `${dateInWords(iso, details)}, ${timeInAlmaty(iso)}`;
  const lines: Line[] = [
    [texts.receipt, numberOf(record)],
    [texts.decidedAt, when(record.at)],
    [texts.until, when(record.until)],
    [texts.act, texts[record.via]],
    [texts.language, texts[record.locale]],
    [texts.version, record.revision],
    // Where a page is linked, its whole address: the receipt is read elsewhere. A mail address is there already.
    ...facts.map(
      ({ label, value, href }): Line => [
        label,
        (href as string) < 'm' ? `${value} ${new URL(href as string, location.href)}` : value,
      ],
    ),
    [`\n${texts.myChoice}`, ''],
    ...allowances(record, details, [...technologies, ...purposes, ...trackers]),
    [`\n${texts.purposes}`, ''],
    ...trackers.map(
      ({ name, provider, country, description }): Line => [name, `${provider}, ${country}. ${description}`],
    ),
  ];
  return lines.map(([label, value]) => `${label}: ${value}`).join('\n');
}

/** The receipt for people: the site, then each language in full, one after the other, in the order of `languages`. */
export const receiptText = (record: ConsentRecord, languages: Details[]): string =>
  [location.origin, ...languages.map((details) => receiptIn(record, details))].join('\n\n* * *\n\n');

/** The receipt for machines: the record, and in each language everything the visitor was told. */
export const receiptJson = (record: ConsentRecord, languages: Details[]): string =>
  JSON.stringify({
    site: location.origin,
    record,
    told: languages.map(({ locale, facts, trackers }) => ({ locale, facts, trackers })),
  });
