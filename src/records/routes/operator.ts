import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { addDays, isDay, localDay } from '../calendar.ts';
import { csv, exported, jsonLines } from '../export.ts';
import { jsonSchemaOf } from '../post.ts';
import { RefusedError, refusalSchema } from '../refusal.ts';
import type { Service } from '../service.ts';
import { readStats } from '../stats.ts';
import { bind, type Days, readDays, readReceipt, readReferences } from '../store.ts';
import { createTokenCheck } from '../token.ts';
import { readWithdrawals } from '../withdrawals.ts';

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const range = {
  from: day.optional().describe('First UTC day of decision, such as 2026-11-01.'),
  to: day.optional().describe('Last UTC day of decision, inclusive.'),
};
const receipt = z.strictObject({ id: z.string().regex(/^[\da-f]{20}$/) });
const reference = z.strictObject({
  reference: z
    .string()
    .regex(/^[\w.:-]{1,100}$/)
    .describe("The lender's own opaque number of the customer: 1 to 100 Latin letters, digits and . : _ -"),
});
const refusal = jsonSchemaOf(refusalSchema);
const refusals = (...statuses: number[]) =>
  Object.fromEntries([400, 401, ...statuses, 503].map((status) => [status, refusal]));
const secured = { security: [{ operator: [] }] };

/** Days of a query; what is left out is the last 30 days. */
function daysOf({ from, to }: Partial<Days>, today: string): Days {
  const days = { from: from ?? addDays(to ?? today, -30), to: to ?? today };
  if (!isDay(days.from) || !isDay(days.to) || days.from > days.to)
    throw new RefusedError({ status: 400, error: 'days', message: 'from and to are no days in order.' });
  return days;
}

/** `2026-12-14`, or `2026-12-01/2026-12-14` as an interval of ISO 8601; left out, everything that is not over. */
function dueOf(due: string | undefined, today: string): Days {
  const [from, to = from] = due?.split('/') ?? [today, addDays(today, 60)];
  return daysOf({ from: from as string, to: to as string }, today);
}

const notFound = () =>
  new RefusedError({
    status: 404,
    error: 'receipt',
    message: 'There is no record with this receipt number.',
  });

function addExport(app: FastifyInstance, { database, now }: Service): void {
  const format = z.enum(['jsonl', 'csv']).default('jsonl').describe('JSON Lines or CSV.');
  app.get<{ Querystring: Partial<Days> & { format?: 'jsonl' | 'csv' } }>(
    '/v1/records',
    {
      schema: {
        ...{
          summary: 'Every record of these days, in the order of the chains; the last 30 days when left out.',
        },
        ...secured,
        querystring: jsonSchemaOf(z.strictObject({ ...range, format: format.optional() })),
        response: refusals(),
      },
    },
    async ({ query }, reply: FastifyReply) => {
      const rows = readDays(database, daysOf(query, localDay(now())));
      const isCsv = query.format === 'csv';
      reply.type(isCsv ? 'text/csv; charset=utf-8; header=present' : 'application/jsonl; charset=utf-8');
      return reply.send(Readable.from(isCsv ? csv(rows) : jsonLines(rows)));
    },
  );
}

function addReceipt(app: FastifyInstance, { database }: Service): void {
  app.get<{ Params: { id: string } }>(
    '/v1/records/:id',
    {
      schema: {
        ...{
          summary: 'Every decision of one receipt, oldest first, and the references bound to it.',
          ...secured,
        },
        ...{ params: jsonSchemaOf(receipt), response: refusals(404) },
      },
    },
    async ({ params: { id } }) => {
      const records = (await readReceipt(database, id)).map(exported);
      if (!records.length) throw notFound();
      return { receipt: id, references: await readReferences(database, id), records };
    },
  );
  app.post<{ Params: { id: string }; Body: { reference: string } }>(
    '/v1/records/:id/bind',
    {
      schema: {
        ...{ summary: "Joins a receipt to the lender's own reference of a customer.", ...secured },
        ...{ params: jsonSchemaOf(receipt), body: jsonSchemaOf(reference) },
        response: { 204: { description: 'Joined.', type: 'null' }, ...refusals(404, 413, 415) },
      },
    },
    async ({ params: { id }, body }, reply) => {
      if (!(await bind(database, id, body.reference))) throw notFound();
      return reply.code(204).send();
    },
  );
}

function addSums(app: FastifyInstance, { database, settings, now }: Service): void {
  const due = z
    .string()
    .regex(/^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/)
    .optional()
    .describe('Last day to stop: one day, or FROM/TO. Left out: today and the next 60 days.');
  app.get<{ Querystring: { due?: string } }>(
    '/v1/withdrawals',
    {
      schema: {
        ...{ summary: 'What was taken back, by the last of the 15 working days to stop.', ...secured },
        ...{ querystring: jsonSchemaOf(z.strictObject({ due })), response: refusals() },
      },
    },
    async ({ query }) => {
      const days = dueOf(query.due, localDay(now()));
      return { ...days, withdrawals: await readWithdrawals(database, days, settings.calendar) };
    },
  );
  app.get<{ Querystring: Partial<Days> }>(
    '/v1/stats',
    {
      schema: {
        ...{ summary: 'Counts of decisions by day, language and purpose; the last 30 days when left out.' },
        ...{ ...secured, querystring: jsonSchemaOf(z.strictObject(range)), response: refusals() },
      },
    },
    async ({ query }) => {
      const days = daysOf(query, localDay(now()));
      return { ...days, ...(await readStats(database, days)) };
    },
  );
}

/** Everything that only the operator may read or do. */
export function addOperator(app: FastifyInstance, service: Service): void {
  const isOperator = createTokenCheck(service.settings.token);
  app.register(async (operator) => {
    operator.addHook('onRequest', async ({ headers }, reply) => {
      if (isOperator(headers.authorization)) return;
      reply.header('www-authenticate', 'Bearer');
      throw new RefusedError({ status: 401, error: 'token', message: "This needs the operator's token." });
    });
    addExport(operator, service);
    addReceipt(operator, service);
    addSums(operator, service);
  });
}
