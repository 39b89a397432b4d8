import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import { version } from '../../package.json';
import { createBatch } from './batch.ts';
import type { Database } from './database/database.ts';
import { createLimiter } from './limiter.ts';
import { type LogTarget, loggerOptions } from './log.ts';
import { createMetrics } from './metrics.ts';
import { refusalOf } from './refusal.ts';
import { addHealth } from './routes/health.ts';
import { addOperator } from './routes/operator.ts';
import { addPost } from './routes/post.ts';
import type { Service } from './service.ts';
import type { Settings } from './settings.ts';

/** Longest body, in bytes. */
const MOST_BYTES = 8192;

/** What an app is made of. */
export interface AppOptions {
  database: Database;
  settings: Settings;
  /** Where the log goes, one JSON object a line; nothing is logged when left out. */
  log?: LogTarget | undefined;
  /** Milliseconds since 1970. */
  now(): number;
}

/** No page, cache or frame has any business with what is answered. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const openapi = {
  openapi: '3.1.0',
  info: { title: 'Kelisim consent log', version, description: 'Keeps decisions about consent as proof.' },
  components: { securitySchemes: { operator: { type: 'http', scheme: 'bearer' } } },
} as const;

function refuse(cause: FastifyError, reply: FastifyReply): FastifyReply {
  const { status, error, message, retryAfter } = refusalOf(cause);
  if (retryAfter) reply.header('retry-after', `${retryAfter}`);
  return reply.code(status).send({ error, message });
}

const bare = ({ settings, log, now }: AppOptions): FastifyInstance =>
  Fastify({
    logger: log ? loggerOptions(log, now) : false,
    // One line for each answer, written below: the framework's own hold addresses.
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (cause, _request, reply) => refuse(cause, reply),
    bodyLimit: MOST_BYTES,
    trustProxy: settings.proxies,
    // A client that sends its request letter by letter holds a socket no longer than this, in ms.
    requestTimeout: 10_000,
    exposeHeadRoutes: false,
    // What does not fit is refused as it came, never mended.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false, useDefaults: false } },
  }) as unknown as FastifyInstance;

function addEnds(app: FastifyInstance, metrics: Service['metrics']): void {
  let ending = false;
  app.addHook('preClose', async () => {
    ending = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(HEADERS);
    // A connection that is kept open after its answer would hold up the end by more than a minute.
    if (ending) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, { statusCode, elapsedTime }) => {
    metrics.answered(statusCode);
    // The route as it was written: an address may hold a receipt number.
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    request.log.info({ route, status: statusCode, ms: Math.round(elapsedTime) }, 'answered');
  });
  app.setErrorHandler((cause: FastifyError, request, reply) => {
    if (refusalOf(cause).status >= 500) request.log.error(cause, 'refused');
    return refuse(cause, reply);
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'route', message: 'There is nothing here. See /openapi.json.' }),
  );
}

/**
 * The service, not listening yet. Closing it waits for everything accepted to be stored; the database stays open.
 */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, settings, now } = options;
  const app = bare(options);
  const metrics = createMetrics();
  const limiter = createLimiter(settings.perMinute);
  const service: Service = { database, settings, batch: createBatch(database), limiter, metrics, now };
  app.removeContentTypeParser('text/plain');
  addEnds(app, metrics);
  await app.register(swagger, { openapi });
  addPost(app, service);
  addOperator(app, service);
  addHealth(app, service);
  return app;
}
