import { z } from 'zod';

/*
 * What the widget posts, as one schema: the check of each request, the OpenAPI document and the type come from it.
 * No field takes more than the widget writes, so that hostile input has nowhere to hide.
 */

const MOST_TRACKERS = 60;

const trackerId = z.string().regex(/^[a-z\d][a-z\d-]{1,19}$/);
const time = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .describe('ISO 8601, UTC, with milliseconds.');
/** A line of text: no control characters, and no half of a character, which PostgreSQL would not store. */
const line = (length: number) =>
  z
    .string()
    .min(1)
    .max(length)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u);
const unique = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).max(most).meta({ uniqueItems: true });

const grants = z.strictObject({
  purposes: unique(z.enum(['analytics', 'marketing', 'support', 'media', 'antifraud']), 5),
  technologies: unique(z.enum(['cookies', 'pixels', 'localStorage']), 3),
  trackers: unique(trackerId, MOST_TRACKERS),
});

const record = z
  .strictObject({
    v: z.literal(1),
    id: z
      .string()
      .regex(/^[\da-f]{20}$/)
      .describe('Receipt number.'),
    at: time.describe('When the decision was made: ISO 8601, UTC, with milliseconds.'),
    until: time.describe('When it ends: ISO 8601, UTC, with milliseconds.'),
    revision: z
      .string()
      .regex(/^[\w-]{6}(~[\w-]{3}){0,60}$/)
      .describe(
        'Hash of what the visitor was told: texts, policy and operator, then each tracker asked about.',
      ),
    locale: z.enum(['kk', 'ru']),
    via: z.enum(['accept', 'refuse', 'save', 'withdraw', 'api', 'gpc']),
    asked: grants,
    granted: grants,
  })
  .describe('The record of one decision, as in kelisim.d.ts.');

const told = z
  .strictObject({
    operator: z.strictObject({ kk: line(300), ru: line(300).optional() }),
    bin: z.string().regex(/^\d{12}$/),
    policy: z.strictObject({ protocol: line(100), date: z.string().regex(/^\d{4}-\d\d-\d\d$/) }),
    parties: z
      .array(z.strictObject({ tracker: trackerId, name: line(300), country: z.string().regex(/^[A-Z]{2}$/) }))
      .max(MOST_TRACKERS),
    published: z.literal(false),
    version: z.string().regex(/^\d+\.\d+\.\d+(-[\w.]{1,40})?$/),
  })
  .describe('What the visitor was told beside the record.');

/** The body of `POST /v1/records`. */
export const post = z.strictObject({
  record,
  told,
  origin: z
    .string()
    .max(260)
    .regex(/^https?:\/\/[a-z\d.-]+(:\d{1,5})?$/)
    .describe('Origin of the page of the decision.'),
});

/** One decision as it was posted. */
export type Post = z.output<typeof post>;

/** A schema of this folder as JSON Schema draft 7, the one that Fastify compiles and OpenAPI 3 can show. */
export function jsonSchemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { target: 'draft-7' });
  return body;
}
