import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { renewal } from '../cookie.ts';
import { faultOf } from '../fault.ts';
import { jsonSchemaOf, type Post, post } from '../post.ts';
import { RefusedError, refusalSchema } from '../refusal.ts';
import type { Service } from '../service.ts';
import type { Place } from '../store.ts';

const placeSchema = z
  .strictObject({
    receipt: z.string(),
    day: z.string().describe('UTC day of the decision, whose chain the record is in.'),
    seq: z.int().describe('Place in the chain of the day, from 1.'),
    received: z.string().describe('When it was stored first: ISO 8601, UTC.'),
    hash: z.string().describe('SHA-256 over the hash before it, day, place, time received and body.'),
  })
  .describe('Where the record stands in the log.');

const refusal = jsonSchemaOf(refusalSchema);

/** The OpenAPI description and the check of the body. */
const postSchema = {
  summary: 'Keeps one decision. The same receipt and time of decision again changes nothing.',
  body: jsonSchemaOf(post),
  response: {
    201: jsonSchemaOf(placeSchema.describe('Kept.')),
    200: jsonSchemaOf(placeSchema.describe('Was kept before.')),
    ...Object.fromEntries([400, 403, 409, 413, 415, 422, 429, 503].map((status) => [status, refusal])),
  },
};

const isAllowed = ({ settings }: Service, origin: string | undefined): origin is string =>
  origin !== undefined && settings.origins.includes(origin);

/** Pages on another host of the site may read the answer; nobody else gets these headers. */
const openTo = (reply: FastifyReply, origin: string) =>
  reply.header('access-control-allow-origin', origin).header('vary', 'Origin');

function refuseForeign(service: Service, request: FastifyRequest, reply: FastifyReply): void {
  const { origin } = request.headers;
  if (!isAllowed(service, origin))
    throw new RefusedError({ status: 403, error: 'origin', message: 'This origin may not post.' });
  openTo(reply, origin);
}

function refuseTooMany({ limiter, now }: Service, request: FastifyRequest): void {
  const retryAfter = limiter.wait(request.ip, now());
  if (retryAfter)
    throw new RefusedError({ status: 429, error: 'rate', message: 'Too many records. Wait.', retryAfter });
}

function refuseFalse(body: Post, origin: string | undefined, now: number): void {
  if (body.origin !== origin)
    throw new RefusedError({
      status: 403,
      error: 'origin',
      message: 'body.origin is not the origin of the page.',
    });
  const message = faultOf(body, now);
  if (message) throw new RefusedError({ status: 422, error: 'record', message: `${message}.` });
}

function answer(reply: FastifyReply, { outcome, ...place }: Place, receipt: string): FastifyReply {
  if (outcome === 'other')
    throw new RefusedError({
      ...{ status: 409, error: 'taken' },
      message: 'This receipt and time of decision stand for another record.',
    });
  return reply.code(outcome === 'new' ? 201 : 200).send({ receipt, ...place });
}

/** `POST /v1/records` and the question that browsers ask before it from another host. */
export function addPost(app: FastifyInstance, service: Service): void {
  const { batch, metrics, settings, now } = service;
  app.options('/v1/records', { schema: { hide: true } as object }, async (request, reply) => {
    refuseForeign(service, request, reply);
    return reply
      .headers({ 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type' })
      .header('access-control-max-age', '86400')
      .code(204)
      .send();
  });
  app.post<{ Body: Post }>(
    '/v1/records',
    {
      schema: postSchema,
      onRequest: async (request, reply) => {
        refuseForeign(service, request, reply);
        refuseTooMany(service, request);
      },
    },
    async ({ body, headers }, reply) => {
      const started = now();
      refuseFalse(body, headers.origin, started);
      const place = await batch.add(body);
      metrics.stored(place.outcome, (now() - started) / 1000);
      const secure = body.origin.startsWith('https:');
      const cookie = renewal(headers.cookie, body.record, { cookie: settings.cookie, secure });
      if (cookie) reply.header('set-cookie', cookie);
      return answer(reply, place, body.record.id);
    },
  );
}
