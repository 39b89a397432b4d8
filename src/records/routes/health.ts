import type { FastifyInstance } from 'fastify';
import type { Service } from '../service.ts';

/** For the machines that watch the service: health, numbers, and the description of the API. */
export function addHealth(app: FastifyInstance, { database, batch, metrics }: Service): void {
  app.get('/healthz', { schema: { summary: 'Whether the database answers: 200, or 503.' } }, async () => {
    await database.query('select 1 as one');
    return { status: 'ok' };
  });
  app.get(
    '/metrics',
    { schema: { summary: 'Counters in the text format of Prometheus.' } },
    (_request, reply) =>
      reply.type('text/plain; version=0.0.4; charset=utf-8').send(metrics.text(batch.waiting())),
  );
  app.get('/openapi.json', { schema: { summary: 'This description.' } }, async () => app.swagger());
}
