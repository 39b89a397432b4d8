import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { request } from './testing/request.ts';
import { GOOD, useStubbed } from './testing/stubbed.ts';

vi.setConfig({ testTimeout: 30_000 });

const { stub, log, base, wait, post } = useStubbed();

describe('a post is refused', () => {
  it.each<[string, string, Record<string, string>, number, string]>([
    ['that is not JSON', '{', {}, 400, 'json'],
    ['that is empty', '', {}, 400, 'empty'],
    ['of another type', GOOD, { 'content-type': 'text/plain' }, 415, 'media-type'],
    ['of a form', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'media-type'],
    ['with a key too many', GOOD.replace('{', '{"iin":"990101300000",'), {}, 400, 'schema'],
    ['that reaches for the prototype', GOOD.replace('{', '{"__proto__":{"a":1},'), {}, 400, 'json'],
    ['with a number in quotes', GOOD.replace('"v":1', '"v":"1"'), {}, 400, 'schema'],
    ['with half a character', GOOD.replace('«Finbox»', '\\ud800'), {}, 400, 'schema'],
    ['with a control character', GOOD.replace('«Finbox»', '\\u0000'), {}, 400, 'schema'],
    ['longer than 8 KiB', GOOD.replace('{', `{${' '.repeat(8192)}`), {}, 413, 'too-large'],
    ['from another origin', GOOD, { origin: 'https://akshamat.kz.example' }, 403, 'origin'],
    ['from no origin', GOOD, { origin: 'null' }, 403, 'origin'],
    ['whose page is another than its origin', GOOD, { origin: 'https://akshamat.kz' }, 403, 'origin'],
    ['that says what cannot be', GOOD.replace('"accept"', '"refuse"'), {}, 422, 'record'],
  ])('%s', async (_what, body, headers, status, error) => {
    const reply = await post(body, headers);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([status, { error, message: expect.any(String) }]);
    expect(stub.kept).toEqual([]);
  });

  it('of exactly 8 KiB is not', async () => {
    const room = 8192 - Buffer.byteLength(GOOD);
    expect((await post(GOOD.replace('{', `{${' '.repeat(room)}`))).status).toBe(201);
    expect((await post(GOOD.replace('{', `{${' '.repeat(room + 1)}`))).status).toBe(413);
  });

  it('and nothing that was sent is said again', async () => {
    const { text } = await post(GOOD.replace('"kk"', '"ПАРОЛЬ"'));
    expect(text).not.toContain('ПАРОЛЬ');
    expect((await request(`${base()}/%E0%A4%A?secret=1`)).text).not.toMatch(/secret|%E0/);
    expect((await request(`${base()}/v1/secret`)).text).not.toContain('secret');
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
      const { status, text, headers } = await post(GOOD);
      expect([status, JSON.parse(text).error]).toEqual([503, error]);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect((await request(`${base()}/healthz`)).status).toBe(503);
    const lines = log.join('');
    expect(lines).toContain('53100');
    expect(lines).not.toMatch(/77011112233|10\.0\.0\.7/);
  });
});

describe('an address', () => {
  const from = (address: string) => post(GOOD, { 'x-forwarded-for': address });

  it('that sends too much waits for the next minute; others do not', async () => {
    const statuses = [];
    for (let count = 0; count < 201; count++) statuses.push((await from('203.0.113.7')).status);
    expect(statuses).toEqual([...Array.from({ length: 200 }, () => 201), 429]);
    const late = await from('203.0.113.7');
    expect([late.status, JSON.parse(late.text).error]).toEqual([429, 'rate']);
    expect(Number(late.headers.get('retry-after'))).toBe(60);
    expect((await from('203.0.113.8')).status).toBe(201);
    wait(60_000);
    expect((await from('203.0.113.7')).status).toBe(201);
    expect(log.join('')).not.toContain('203.0.113');
  });
});

describe('what is no HTTP', () => {
  it.each(['\0\0\0\0\r\n\r\n', 'POST /v1/records HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n'])(
    'ends its own connection only: %j',
    async (bytes) => {
      const socket = connect(Number(new URL(base()).port), '127.0.0.1');
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket
        .on('error', () => {})
        .resume()
        .write(bytes);
      await closed;
      expect((await post(GOOD)).status).toBe(201);
    },
  );
});
