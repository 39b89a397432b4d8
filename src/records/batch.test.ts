import { describe, expect, it } from 'vitest';
import { BusyError, createBatch } from './batch.ts';
import { receiptOf, samplePost } from './testing/samples.ts';
import { createStub } from './testing/stub.ts';

const posts = (count: number) =>
  Array.from({ length: count }, (_, number) => samplePost({ id: receiptOf(number) }));
const outcomes = (settled: PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status);

describe('posts that come together', () => {
  it('are stored in one statement, up to 128', async () => {
    const stub = createStub();
    let statements = 0;
    const { query } = stub;
    stub.query = (sql, values) => {
      statements += 1;
      return query(sql, values);
    };
    const batch = createBatch(stub);
    await Promise.all(posts(130).map((post) => batch.add(post)));
    expect([statements, stub.kept.length, batch.waiting()]).toEqual([2, 130, 0]);
  });

  it('do not suffer from one that the database cannot take', async () => {
    const stub = createStub();
    const { query } = stub;
    stub.query = async (sql, values = []) => {
      if (`${values[0]}`.includes(receiptOf(1))) throw Object.assign(new Error('data'), { code: '22P02' });
      return query(sql, values);
    };
    const batch = createBatch(stub);
    const settled = await Promise.allSettled(posts(4).map((post) => batch.add(post)));
    expect(outcomes(settled)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });

  it('are all refused when the database is gone, and those after it are not', async () => {
    const stub = createStub();
    const batch = createBatch(stub);
    stub.fault = Object.assign(new Error('gone'), { code: '57P01' });
    expect(outcomes(await Promise.allSettled(posts(3).map((post) => batch.add(post))))).toEqual([
      ...['rejected', 'rejected', 'rejected'],
    ]);
    stub.fault = undefined;
    expect(await batch.add(samplePost())).toMatchObject({ outcome: 'new' });
  });

  it('are refused when more wait than can be stored soon', async () => {
    const batch = createBatch(createStub());
    const settled = await Promise.allSettled(posts(4100).map((post) => batch.add(post)));
    const refused = settled.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused.every((one) => one.status === 'rejected' && one.reason instanceof BusyError)).toBe(true);
  });
});
