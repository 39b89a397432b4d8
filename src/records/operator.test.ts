import { describe, expect, it } from 'vitest';
import { createApp } from './app.ts';
import { request } from './testing/request.ts';
import { NOW, receiptOf, SETTINGS, TOKEN } from './testing/samples.ts';
import { GOOD, ORIGIN, useStubbed } from './testing/stubbed.ts';

const { stub, base, post } = useStubbed();

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
      const { status, headers, text } = await request(`${base()}${route}`, {
        headers: authorization === undefined ? {} : { authorization },
      });
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
      expect(JSON.parse(text).error).toBe('token');
    }
    const { status } = await request(`${base()}${route}`, { headers: { authorization: `Bearer ${TOKEN}` } });
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
      const reply = await request(`${base()}/v1/records?${query}`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      expect(reply.status).toBe(400);
    },
  );
});

describe('browsers', () => {
  const ask = (origin: string) =>
    request(`${base()}/v1/records`, {
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
        (await request(`${base()}${route}`, { headers })).headers.get('access-control-allow-origin'),
      ).toBeNull();
  });

  it('get headers that keep answers from caches, frames and guessing', async () => {
    for (const reply of [await post(GOOD), await post('{'), await request(`${base()}/nothing`)]) {
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});

describe('the OpenAPI document', () => {
  it('describes every route with what it refuses', async () => {
    const document = JSON.parse((await request(`${base()}/openapi.json`)).text);
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
