import type { FastifyError } from 'fastify';
import { z } from 'zod';
import { BusyError } from './batch.ts';

/** The body of every answer that is no success. */
export const refusalSchema = z
  .strictObject({
    error: z.string().describe('A word for programs.'),
    message: z.string().describe('A sentence for people; holds nothing of what was sent.'),
  })
  .describe('Why a request was refused.');

/** An answer that is no success. */
export interface Refusal {
  status: number;
  error: string;
  message: string;
  /** Seconds after which another try makes sense. */
  retryAfter?: number;
}

/** Thrown by a route to end a request with this answer. */
export class RefusedError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.error);
    this.refusal = refusal;
  }
}

/** What the framework refuses by itself, by its code. */
const FRAMEWORK: Record<string, [error: string, message: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'A record has at most 8192 bytes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media-type', 'Send application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['empty', 'The body is empty.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['json', 'The body is no JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['length', 'The body is not as long as announced.'],
};

/** SQLSTATE classes: connection, resources (the disk is full), operator's stop, system; or the driver's own. */
const isFull = (code: string): boolean => code === '53100';

/** The answer to anything that was thrown. What is the database's own fault can be tried again. */
export function refusalOf(cause: FastifyError): Refusal {
  if (cause instanceof RefusedError) return cause.refusal;
  if (cause instanceof BusyError)
    return { status: 503, error: 'busy', message: 'Too much waits to be stored. Try again.', retryAfter: 5 };
  const code = cause.code ?? '';
  const known = FRAMEWORK[code];
  if (known) return { status: cause.statusCode ?? 400, error: known[0], message: known[1] };
  if (cause.validation)
    return { status: 400, error: 'schema', message: `${placeOf(cause)} does not fit the schema.` };
  if (cause.statusCode && cause.statusCode < 500)
    return { status: cause.statusCode, error: 'request', message: 'The request cannot be read.' };
  if (isFull(code))
    return { status: 503, error: 'full', message: 'The disk of the database is full.', retryAfter: 60 };
  return {
    status: 503,
    error: 'database',
    message: 'The database does not answer. Try again.',
    retryAfter: 5,
  };
}

/** Where in the body or the query; names of the schema only, never those that were sent. */
function placeOf({ validation, validationContext }: FastifyError): string {
  const path = validation?.[0]?.instancePath ?? '';
  return `${validationContext ?? 'body'}${path.replaceAll('/', '.')}`;
}
