import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from './app.ts';
import { request } from './testing/request.ts';
import { NOW, receiptOf, SETTINGS, samplePost, TOKEN } from './testing/samples.ts';
import { createStub } from './testing/stub.ts';

vi.setConfig({ testTimeout: 30_000 });

const ORIGIN = 'https://www.akshamat.kz';
const stub = createStub();
const log: string[] = [];
let app: FastifyInstance;
let base: string;
let clock = NOW;

beforeAll(async () => {
  const settings = { ...SETTINGS, perMinute: 200 };
  const target = { write: (line: string) => void log.push(line) };
  app = await createApp({ database: stub, settings, log: target, now: () => clock });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());
beforeEach(() => {
  stub.kept = [];
  stub.fault = undefined;
  clock += 60_000;
});

const post = (body: string, headers: Record<string, string> = {}) =>
  request(`${base}/v1/records`, {
    ...{ method: 'POST', body },
    headers: { 'content-type': 'application/json', origin: ORIGIN, ...headers },
  });

const good = JSON.stringify(samplePost());

describe('a post is refused', () => {
  it.each<[string, string, Record<string, string>, number, string]>([
    ['that is not JSON', '{', {}, 400, 'json'],
    ['that is empty', '', {}, 400, 'empty'],
    ['of another type', good, { 'content-type': 'text/plain' }, 415, 'media-type'],
    ['of a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'media-type'],
    ['with a key too many', good.replace('{', '{"iin":"990101300000",'), {}, 400, 'schema'],
    ['that reaches for the prototype', good.replace('{', '{"__proto__":{"a":1},'), {}, 400, 'json'],
    ['with a number in quotes', good.replace('"v":1', '"v":"1"'), {}, 400, 'schema'],
    ['with half a character', good.replace('«Finbox»', '\\ud800'), {}, 400, 'schema'],
    ['with a control character', good.replace('«Finbox»', '\\u0000'), {}, 400, 'schema'],
    ['longer than 8 KiB', good.replace('{', `{${' '.repeat(8192)}`), {}, 413, 'too-large'],
    ['from another origin', good, { origin: 'https://akshamat.kz.example' }, 403, 'origin'],
    ['from no origin', good, { origin: 'null' }, 403, 'origin'],
    ['whose page is another than its origin', good, { origin: 'https://akshamat.kz' }, 403, 'origin'],
    ['that says what cannot be', good.replace('"accept"', '"refuse"'), {}, 422, 'record'],
  ])('%s', async (_what, body, headers, status, error) => {
    const reply = await post(body, headers);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([status, { error, message: expect.any(String) }]);
    expect(stub.kept).toEqual([]);
  });

  it('of exactly 8 KiB is not', async () => {
    const room = 8192 - Buffer.byteLength(good);
    expect((await post(good.replace('{', `{${' '.repeat(room)}`))).status).toBe(201);
    expect((await post(good.replace('{', `{${' '.repeat(room + 1)}`))).status).toBe(413);
  });

  it('and nothing that was sent is said again', async () => {
    const { text } = await post(good.replace('"kk"', '"ПАРОЛЬ"'));
    expect(text).not.toContain('ПАРОЛЬ');
    expect((await request(`${base}/%E0%A4%A?secret=1`)).text).not.toMatch(/secret|%E0/);
    expect((await request(`${base}/v1/secret`)).text).not.toContain('secret');
  });

  it('when the database cannot keep it, with the way to go on', async () => {
    const faults: [unknown, string][] = [
      [Object.assign(new Error('could not extend file for 77011112233'), { code: '53100' }), 'full'],
      [Object.assign(new Error('terminating connection'), { code: '57P01' }), 'database'],
      [Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' }), 'database'],
      [new Error('Connection terminated unexpectedly'), 'database'],
    ];
    for (const [fault, error] of faults) {
      stub.fault = fault;
      const { status, text, headers } = await post(good);
      expect([status, JSON.parse(text).error]).toEqual([503, error]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await request(`${base}/healthz`)).status).toBe(503);
    const lines = log.join('');
    expect(lines).toContain('53100');
    expect(lines).not.toMatch(/77011112233|10\.0\.0\.7/);
  });
});

describe('an address', () => {
  const from = (address: string) => post(good, { 'x-forwarded-for': address });

  it('that sends too much waits for the next minute; others do not', async () => {
    const statuses = [];
    for (let count = 0; count < 201; count++) statuses.push((await from('203.0.113.7')).status);
    expect(statuses).toEqual([...Array.from({ length: 200 }, () => 201), 429]);
    const late = await from('203.0.113.7');
    expect([late.status, JSON.parse(late.text).error]).toEqual([429, 'rate']);
    expect(Number(late.headers.get('retry-after'))).toBe(60);
    expect((await from('203.0.113.8')).status).toBe(201);
    clock += 60_000;
    expect((await from('203.0.113.7')).status).toBe(201);
    expect(log.join('')).not.toContain('203.0.113');
  });
});

describe("the operator's routes", () => {
  const routes = ['/v1/records', `/v1/records/${receiptOf(1)}`, '/v1/withdrawals', '/v1/stats'];
  const tokens = [
    undefined,
    '',
    'Bearer',
    'Bearer undefined',
    `Bearer ${TOKEN}x`,
    `Bearer ${TOKEN.slice(1)}`,
    TOKEN,
  ];

  it.each(routes)('%s need the token', async (route) => {
    for (const authorization of tokens) {
      const { status, headers, text } = await request(`${base}${route}`, {
        headers: authorization === undefined ? {} : { authorization },
      });
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(JSON.parse(text).error).toBe('token');
    }
    const { status } = await request(`${base}${route}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect([200, 404]).toContain(status);
  });

  it('are closed to everybody where no token is set', async () => {
    const settings = { ...SETTINGS, token: undefined };
    const closed = await createApp({ database: stub, settings, now: () => NOW });
    for (const authorization of ['Bearer undefined', 'Bearer ', 'Bearer null'])
      expect((await closed.inject({ url: '/v1/stats', headers: { authorization } })).statusCode).toBe(401);
    await closed.close();
  });

  it.each(['from=2026-02-30', 'from=2026-11-02&to=2026-11-01', 'from=x', 'format=xml', 'other=1'])(
    'refuse the query %s',
    async (query) => {
      const reply = await request(`${base}/v1/records?${query}`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      expect(reply.status).toBe(400);
    },
  );
});

describe('browsers', () => {
  const ask = (origin: string) =>
    request(`${base}/v1/records`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

  it('may post from the origins of the site and no other', async () => {
    const own = await ask(ORIGIN);
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, ORIGIN]);
    expect(own.headers.get('access-control-allow-methods')).toBe('POST');
    const foreign = await ask('https://a.example');
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });

  it('read nothing else from a page', async () => {
    const headers = { origin: ORIGIN, authorization: `Bearer ${TOKEN}` };
    for (const route of ['/v1/records', '/v1/stats', '/metrics', '/healthz', '/openapi.json'])
      expect(
        (await request(`${base}${route}`, { headers })).headers.get('access-control-allow-origin'),
      ).toBeNull();
  });

  it('get headers that keep answers from caches, frames and guessing', async () => {
    for (const reply of [await post(good), await post('{'), await request(`${base}/nothing`)]) {
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});

describe('what is no HTTP', () => {
  it.each(['\0\0\0\0\r\n\r\n', 'POST /v1/records HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n'])(
    'ends its own connection only: %j',
    async (bytes) => {
      const socket = connect(Number(new URL(base).port), '127.0.0.1');
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket
        .on('error', () => {})
        .resume()
        .write(bytes);
      await closed;
      expect((await post(good)).status).toBe(201);
    },
  );
});

describe('the record cookie', () => {
  const { record } = samplePost();
  const head = [1, record.id, record.at, record.until, record.locale, record.via, record.revision].join('|');
  const value = `${head}|analytics*~marketing*|cookies*|sanaq*~izdeu*|123456789`;
  const cookieOf = async (cookie: string) => (await post(good, { cookie })).headers.get('set-cookie');

  it('is given back as it was sent, until the end of the record', async () => {
    expect(await cookieOf(`a=b; kelisim=${value}; c=d`)).toBe(
      `kelisim=${value}; Path=/; Domain=akshamat.kz; Expires=${new Date(record.until).toUTCString()}; SameSite=Lax; Secure`,
    );
  });

  it.each([
    ['there is none', 'a=b'],
    ['it is of another decision', `kelisim=${value.replace('accept', 'refuse')}`],
    ['it is of another receipt', `kelisim=${value.replace('0123', '3210')}`],
    ['another name ends like it', `xkelisim=${value}`],
    ['it holds what no record holds', `kelisim=${value}%0d%0a`],
    ['it is quoted', `kelisim="${value}"`],
  ])('is not set where %s', async (_what, cookie) => {
    expect(await cookieOf(cookie)).toBeNull();
  });
});

describe('the OpenAPI document', () => {
  it('describes every route with what it refuses', async () => {
    const document = JSON.parse((await request(`${base}/openapi.json`)).text);
    expect(document.openapi).toBe('3.1.0');
    const routes = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(routes.sort()).toEqual([
      'get /healthz',
      'get /metrics',
      'get /openapi.json',
      'get /v1/records',
      'get /v1/records/{id}',
      'get /v1/stats',
      'get /v1/withdrawals',
      'post /v1/records',
      'post /v1/records/{id}/bind',
    ]);
    expect(Object.keys(document.paths['/v1/records'].post.responses)).toEqual([
      '200',
      '201',
      '400',
      '403',
      '409',
      '413',
      '415',
      '422',
      '429',
      '503',
    ]);
    expect(document.paths['/v1/stats'].get.security).toEqual([{ operator: [] }]);
  });
});
