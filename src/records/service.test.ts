import { describe, expect, it, vi } from 'vitest';
import type { Exported } from './export.ts';
import { KINDS } from './testing/kinds.ts';
import { type Reply, read, request, send } from './testing/request.ts';
import { receiptOf, samplePost, TOKEN } from './testing/samples.ts';
import { useServed } from './testing/served.ts';
import { verify } from './verify.ts';

// Two databases on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 });

const json = ({ text }: Reply) => JSON.parse(text);

describe.each(KINDS)('the consent log on %s', (_name, make) => {
  const { trial, base, log } = useServed(make);

  it('keeps a decision once, however often and from wherever it comes', async () => {
    const post = samplePost({ id: receiptOf(1) });
    const first = await send(base(), post);
    const again = await send(base(), post);
    const elsewhere = await send(base(), { ...post, origin: 'https://akshamat.kz' });
    expect([first, again, elsewhere].map(({ status }) => status)).toEqual([201, 200, 200]);
    expect(json(again)).toEqual(json(first));
    expect(json(first)).toEqual({
      ...{ receipt: receiptOf(1), day: '2026-11-25', seq: 1 },
      received: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/),
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    });
    const other = await send(base(), samplePost({ id: receiptOf(1), locale: 'ru' }));
    expect([other.status, json(other).error]).toEqual([409, 'taken']);
    expect(json(await read(base(), `/v1/records/${receiptOf(1)}`)).records).toHaveLength(1);
  });

  it('keeps many that come at once and twice, each once and in one chain', async () => {
    const posts = Array.from({ length: 300 }, (_, index) =>
      samplePost({ id: receiptOf(1000 + (index % 150)) }),
    );
    const statuses = (await Promise.all(posts.map((post) => send(base(), post)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(150);
    expect(statuses.filter((status) => status === 200)).toHaveLength(150);
    expect((await verify(trial().database)).faults).toEqual([]);
  });

  it('puts late and reordered decisions into the chain of their own day', async () => {
    const times = ['2026-11-23T10:00:00.000Z', '2026-10-31T23:59:59.999Z', '2026-11-23T09:00:00.000Z'];
    for (const at of times) await send(base(), samplePost({ id: receiptOf(2), at }));
    const { records } = json(await read(base(), `/v1/records/${receiptOf(2)}`)) as { records: Exported[] };
    expect(records.map(({ record }) => record.at)).toEqual([...times].sort());
    expect(records.map(({ day, seq }) => [day, seq])).toEqual([
      ['2026-10-31', 1],
      ['2026-11-23', 2],
      ['2026-11-23', 1],
    ]);
    expect(records[1]?.previous).toBe(records[2]?.hash);
    expect(records[0]?.local).toBe('2026-11-01T04:59:59.999+05:00');
  });

  it('gives its role no way to change, remove or slip in a record', async () => {
    const row = `values (now(), 9, 'x', now(), now(), '', '', '{}')`;
    const tries = [
      'delete from kelisim.records',
      'delete from kelisim.records_202611',
      "update kelisim.records set hash = ''",
      'truncate kelisim.records',
      'drop table kelisim.records_202611',
      `insert into kelisim.records ${row}`,
      'update kelisim.days set count = 0',
      'delete from kelisim.days',
      'delete from kelisim.bindings',
      'delete from kelisim.dropped',
      'update kelisim.settings set keep_months = 14',
      `select kelisim.need_month('2030-01-01')`,
      'create table kelisim.mine (one int)',
    ];
    const codes = tries.map((sql) =>
      trial()
        .database.query(sql)
        .then(
          () => `${sql}: done`,
          ({ code }) => code,
        ),
    );
    expect(await Promise.all(codes)).toEqual(tries.map(() => '42501'));
  });

  it('joins a receipt to references of the lender, each once', async () => {
    await send(base(), samplePost({ id: receiptOf(4) }));
    const bind = (id: string, body: object) =>
      request(`${base()}/v1/records/${id}/bind`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const tries = [
      await bind(receiptOf(4), { reference: 'client-17' }),
      await bind(receiptOf(4), { reference: 'client-17' }),
      await bind(receiptOf(4), { reference: 'client-18' }),
      await bind(receiptOf(99), { reference: 'client-17' }),
      await bind(receiptOf(4), { reference: 'Ерлан' }),
      await bind(receiptOf(4), { reference: 'a', name: 'b' }),
    ];
    expect(tries.map(({ status }) => status)).toEqual([204, 204, 204, 404, 400, 400]);
    expect(json(await read(base(), `/v1/records/${receiptOf(4)}`)).references).toEqual([
      'client-17',
      'client-18',
    ]);
  });

  it('answers when the database does, and counts what it answered', async () => {
    const health = await request(`${base()}/healthz`);
    expect([health.status, json(health)]).toEqual([200, { status: 'ok' }]);
    const { text } = await request(`${base()}/metrics`);
    expect(text).toMatch(/^kelisim_posts_total\{outcome="new"\} \d+$/m);
    expect(text).toMatch(/^kelisim_store_seconds_count \d+$/m);
    expect(text).toMatch(/^kelisim_answers_total\{status="201"\} \d+$/m);
  });

  it('logs no address, token, receipt, reference or content', () => {
    const all = log.join('');
    expect(log.length).toBeGreaterThan(20);
    expect(all).toContain('POST /v1/records/:id/bind');
    expect(all).not.toMatch(/127\.0\.0\.1(?!:\d+"})|[\da-f]{20}|client-1|Finbox|akshamat|Bearer|a-token/);
  });
});
