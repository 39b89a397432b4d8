import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from './app.ts';
import type { Exported } from './export.ts';
import { append } from './store.ts';
import { KINDS, type Trial } from './testing/kinds.ts';
import { type Reply, read, request, send } from './testing/request.ts';
import { NONE, NOW, receiptOf, SETTINGS, samplePost, TOKEN } from './testing/samples.ts';
import { verify } from './verify.ts';

// Two databases on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 });

const json = ({ text }: Reply) => JSON.parse(text);
const linesOf = ({ text }: Reply): Exported[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe.each(KINDS)('the consent log on %s', (_name, make) => {
  let trial: Trial;
  let app: FastifyInstance;
  let base: string;
  const log: string[] = [];

  beforeAll(async () => {
    trial = await make(36);
    const target = { write: (line: string) => void log.push(line) };
    app = await createApp({ database: trial.database, settings: SETTINGS, log: target, now: () => NOW });
    base = await app.listen({ port: 0, host: '127.0.0.1' });
  }, 60_000);
  afterAll(async () => {
    await app?.close();
    await trial?.remove();
  });

  it('keeps a decision once, however often and from wherever it comes', async () => {
    const post = samplePost({ id: receiptOf(1) });
    const first = await send(base, post);
    const again = await send(base, post);
    const elsewhere = await send(base, { ...post, origin: 'https://akshamat.kz' });
    expect([first, again, elsewhere].map(({ status }) => status)).toEqual([201, 200, 200]);
    expect(json(again)).toEqual(json(first));
    expect(json(first)).toEqual({
      ...{ receipt: receiptOf(1), day: '2026-11-25', seq: 1 },
      received: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/),
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    });
    const other = await send(base, samplePost({ id: receiptOf(1), locale: 'ru' }));
    expect([other.status, json(other).error]).toEqual([409, 'taken']);
    expect(json(await read(base, `/v1/records/${receiptOf(1)}`)).records).toHaveLength(1);
  });

  it('keeps many that come at once and twice, each once and in one chain', async () => {
    const posts = Array.from({ length: 300 }, (_, index) =>
      samplePost({ id: receiptOf(1000 + (index % 150)) }),
    );
    const statuses = (await Promise.all(posts.map((post) => send(base, post)))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(150);
    expect(statuses.filter((status) => status === 200)).toHaveLength(150);
    expect((await verify(trial.database)).faults).toEqual([]);
  });

  it('puts late and reordered decisions into the chain of their own day', async () => {
    const times = ['2026-11-23T10:00:00.000Z', '2026-10-31T23:59:59.999Z', '2026-11-23T09:00:00.000Z'];
    for (const at of times) await send(base, samplePost({ id: receiptOf(2), at }));
    const { records } = json(await read(base, `/v1/records/${receiptOf(2)}`)) as { records: Exported[] };
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
      trial.database.query(sql).then(
        () => `${sql}: done`,
        ({ code }) => code,
      ),
    );
    expect(await Promise.all(codes)).toEqual(tries.map(() => '42501'));
  });

  it('exports JSON Lines and CSV of days, both ends included', async () => {
    const hostile = samplePost({ id: receiptOf(3), at: '2026-09-01T12:00:00.000Z' });
    hostile.told.operator.kk = '=HYPERLINK("https://a.example")';
    await send(base, hostile);
    await send(base, samplePost({ id: receiptOf(3), at: '2026-09-02T00:00:00.000Z' }));
    const range = 'from=2026-09-01&to=2026-09-02';
    const lines = await read(base, `/v1/records?${range}`);
    expect(lines.headers.get('content-type')).toContain('application/jsonl');
    expect(linesOf(lines)[0]).toMatchObject(hostile as object);
    expect(linesOf(lines)).toHaveLength(2);
    expect(linesOf(await read(base, '/v1/records?from=2026-09-01&to=2026-09-01'))).toHaveLength(1);
    const { text, headers } = await read(base, `/v1/records?${range}&format=csv`);
    expect(headers.get('content-type')).toContain('text/csv');
    const [names, first, second, ...more] = text.trimEnd().split('\r\n');
    expect(names?.split(',').slice(0, 4)).toEqual(['receipt', 'at', 'local', 'until']);
    expect(first).toContain(`"'=HYPERLINK(""https://a.example"")"`);
    expect([second?.startsWith(receiptOf(3)), more]).toEqual([true, []]);
  });

  it('exports more than one page of rows', async () => {
    const at = '2026-08-15T12:00:00.000Z';
    const posts = Array.from({ length: 1201 }, (_, index) =>
      samplePost({ id: receiptOf(50_000 + index), at }),
    );
    await append(trial.database, posts);
    const rows = linesOf(await read(base, '/v1/records?from=2026-08-15&to=2026-08-15'));
    expect(rows.map(({ seq }) => seq)).toEqual(posts.map((_, index) => index + 1));
  });

  it('joins a receipt to references of the lender, each once', async () => {
    await send(base, samplePost({ id: receiptOf(4) }));
    const bind = (id: string, body: object) =>
      request(`${base}/v1/records/${id}/bind`, {
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
    expect(json(await read(base, `/v1/records/${receiptOf(4)}`)).references).toEqual([
      'client-17',
      'client-18',
    ]);
  });

  it('lists what was taken back by its last day, with whom has to be told', async () => {
    const id = receiptOf(5);
    const save = { purposes: ['marketing'], technologies: ['cookies'], trackers: ['izdeu'] } as const;
    const granted = {
      ...save,
      purposes: [...save.purposes],
      technologies: [...save.technologies],
      trackers: ['izdeu'],
    };
    // Sent in the wrong order: what was taken back is told by the times of the decisions.
    await send(base, samplePost({ id, at: '2026-11-12T10:00:00.000Z', via: 'withdraw', granted: NONE }));
    await send(base, samplePost({ id, at: '2026-11-11T10:00:00.000Z', via: 'save', granted }));
    await send(base, samplePost({ id, at: '2026-11-10T10:00:00.000Z' }));
    const { withdrawals } = json(await read(base, '/v1/withdrawals?due=2026-12-02/2026-12-03'));
    const mine = withdrawals.filter(({ receipt }: { receipt: string }) => receipt === id);
    expect(mine).toEqual([
      {
        ...{ receipt: id, at: '2026-11-11T10:00:00.000Z', due: '2026-12-02' },
        withdrawn: { purposes: ['analytics'], technologies: ['pixels', 'localStorage'], trackers: ['sanaq'] },
        parties: [{ tracker: 'sanaq', name: 'Sanaq Analytics LLC', country: 'RU' }],
      },
      {
        ...{ receipt: id, at: '2026-11-12T10:00:00.000Z', due: '2026-12-03' },
        withdrawn: granted,
        parties: [{ tracker: 'izdeu', name: 'Izdeu Ads, Inc.', country: 'US' }],
      },
    ]);
    const single = json(await read(base, '/v1/withdrawals?due=2026-12-03')).withdrawals;
    expect(single.map(({ due }: { due: string }) => due)).toContain('2026-12-03');
    expect(single.map(({ due }: { due: string }) => due)).not.toContain('2026-12-02');
  });

  it('lists a withdrawal whose grant was never received, and no first refusal', async () => {
    const at = '2026-07-15T10:00:00.000Z';
    await send(base, samplePost({ id: receiptOf(6), at, via: 'withdraw', granted: NONE }));
    await send(base, samplePost({ id: receiptOf(7), at, via: 'refuse', granted: NONE }));
    const { withdrawals } = json(await read(base, '/v1/withdrawals?due=2026-08-05'));
    expect(withdrawals).toEqual([
      expect.objectContaining({ receipt: receiptOf(6), withdrawn: samplePost().record.asked }),
    ]);
  });

  it('counts by day, language and purpose, and names nobody', async () => {
    const at = '2026-06-10T10:00:00.000Z';
    const analytics = { purposes: ['analytics' as const], technologies: [], trackers: ['sanaq'] };
    await send(base, samplePost({ id: receiptOf(8), at }));
    await send(base, samplePost({ id: receiptOf(9), at, locale: 'ru', via: 'refuse', granted: NONE }));
    await send(base, samplePost({ id: receiptOf(10), at, locale: 'ru', via: 'save', granted: analytics }));
    const reply = await read(base, '/v1/stats?from=2026-06-10&to=2026-06-10');
    expect(json(reply)).toEqual({
      ...{ from: '2026-06-10', to: '2026-06-10' },
      days: [{ day: '2026-06-10', decisions: 3, all: 1, none: 1 }],
      languages: [
        { language: 'kk', decisions: 1, all: 1, none: 0 },
        { language: 'ru', decisions: 2, all: 0, none: 1 },
      ],
      purposes: [
        { purpose: 'analytics', asked: 3, granted: 2 },
        { purpose: 'marketing', asked: 3, granted: 1 },
      ],
    });
    expect(reply.text).not.toMatch(/[\da-f]{20}/);
  });

  it('answers when the database does, and counts what it answered', async () => {
    const health = await request(`${base}/healthz`);
    expect([health.status, json(health)]).toEqual([200, { status: 'ok' }]);
    const { text } = await request(`${base}/metrics`);
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
