import { describe, expect, it, vi } from 'vitest';
import type { Exported } from './export.ts';
import { append } from './store.ts';
import { KINDS } from './testing/kinds.ts';
import { type Reply, read, send } from './testing/request.ts';
import { NONE, receiptOf, samplePost } from './testing/samples.ts';
import { useServed } from './testing/served.ts';

// Two databases on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 });

const json = ({ text }: Reply) => JSON.parse(text);
const linesOf = ({ text }: Reply): Exported[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe.each(KINDS)('what the operator reads from the consent log on %s', (_name, make) => {
  const { trial, base } = useServed(make);

  it('exports JSON Lines and CSV of days, both ends included', async () => {
    const hostile = samplePost({ id: receiptOf(3), at: '2026-09-01T12:00:00.000Z' });
    hostile.told.operator.kk = '=HYPERLINK("https://a.example")';
    await send(base(), hostile);
    await send(base(), samplePost({ id: receiptOf(3), at: '2026-09-02T00:00:00.000Z' }));
    const range = 'from=2026-09-01&to=2026-09-02';
    const lines = await read(base(), `/v1/records?${range}`);
    expect(lines.headers.get('content-type')).toContain('application/jsonl');
    expect(linesOf(lines)[0]).toMatchObject(hostile as object);
    expect(linesOf(lines)).toHaveLength(2);
    expect(linesOf(await read(base(), '/v1/records?from=2026-09-01&to=2026-09-01'))).toHaveLength(1);
    const { text, headers } = await read(base(), `/v1/records?${range}&format=csv`);
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
    await append(trial().database, posts);
    const rows = linesOf(await read(base(), '/v1/records?from=2026-08-15&to=2026-08-15'));
    expect(rows.map(({ seq }) => seq)).toEqual(posts.map((_, index) => index + 1));
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
    await send(base(), samplePost({ id, at: '2026-11-12T10:00:00.000Z', via: 'withdraw', granted: NONE }));
    await send(base(), samplePost({ id, at: '2026-11-11T10:00:00.000Z', via: 'save', granted }));
    await send(base(), samplePost({ id, at: '2026-11-10T10:00:00.000Z' }));
    const { withdrawals } = json(await read(base(), '/v1/withdrawals?due=2026-12-02/2026-12-03'));
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
    const single = json(await read(base(), '/v1/withdrawals?due=2026-12-03')).withdrawals;
    expect(single.map(({ due }: { due: string }) => due)).toContain('2026-12-03');
    expect(single.map(({ due }: { due: string }) => due)).not.toContain('2026-12-02');
  });

  it('lists a withdrawal whose grant was never received, and no first refusal', async () => {
    const at = '2026-07-15T10:00:00.000Z';
    await send(base(), samplePost({ id: receiptOf(6), at, via: 'withdraw', granted: NONE }));
    await send(base(), samplePost({ id: receiptOf(7), at, via: 'refuse', granted: NONE }));
    const { withdrawals } = json(await read(base(), '/v1/withdrawals?due=2026-08-05'));
    expect(withdrawals).toEqual([
      expect.objectContaining({ receipt: receiptOf(6), withdrawn: samplePost().record.asked }),
    ]);
  });

  it('counts by day, language and purpose, and names nobody', async () => {
    const at = '2026-06-10T10:00:00.000Z';
    const analytics = { purposes: ['analytics' as const], technologies: [], trackers: ['sanaq'] };
    await send(base(), samplePost({ id: receiptOf(8), at }));
    await send(base(), samplePost({ id: receiptOf(9), at, locale: 'ru', via: 'refuse', granted: NONE }));
    await send(base(), samplePost({ id: receiptOf(10), at, locale: 'ru', via: 'save', granted: analytics }));
    const reply = await read(base(), '/v1/stats?from=2026-06-10&to=2026-06-10');
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
});
