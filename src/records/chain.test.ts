import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { append, dropExpired, readReferences } from './store.ts';
import { KINDS, type Trial } from './testing/kinds.ts';
import { receiptOf, samplePost } from './testing/samples.ts';
import { compare, verify } from './verify.ts';

// Two databases on a machine that does other things as well.
vi.setConfig({ testTimeout: 60_000 });

describe.each(KINDS)('a chain of records on %s', (_name, make) => {
  let trial: Trial;

  beforeAll(async () => {
    trial = await make(36);
    await append(trial.database, [samplePost({ id: receiptOf(4) })]);
    await trial.asOwner(
      `insert into kelisim.bindings values ('${receiptOf(4)}', 'client-1'), ('${receiptOf(4)}', 'client-2')`,
    );
  }, 60_000);
  afterAll(() => trial?.remove());

  describe('that is tampered with by who owns the tables', () => {
    const day = '2026-05-05';
    const tamper = async (change: string, undo: string) => {
      await trial.asOwner(change);
      const { faults } = await verify(trial.database);
      await trial.asOwner(undo);
      return faults;
    };
    const where = `where day = '${day}'`;

    beforeAll(async () => {
      const posts = [11, 12, 13, 14].map((number) =>
        samplePost({ id: receiptOf(number), at: `${day}T10:00:00.000Z` }),
      );
      await append(trial.database, posts);
      await trial.asOwner('create table kelisim.kept as select * from kelisim.records where false');
    });

    it('is without a fault before', async () => {
      const { faults, heads } = await verify(trial.database);
      expect(faults).toEqual([]);
      expect(heads).toContainEqual({ day, count: 4, hash: expect.any(String) });
    });

    it.each([
      [
        `body = replace(body::text, '"accept"', '"refuse"')::json`,
        `body = replace(body::text, '"refuse"', '"accept"')::json`,
      ],
      [`received = received + interval '1 second'`, `received = received - interval '1 second'`],
    ])('shows a changed record: %s', async (change, undo) => {
      const only = `${where} and seq = 2`;
      const faults = await tamper(
        `update kelisim.records set ${change} ${only}`,
        `update kelisim.records set ${undo} ${only}`,
      );
      expect(faults).toEqual([`${day} record 2: was altered`]);
    });

    it.each([
      [2, [`${day} record 3: the record before it is missing`]],
      [4, [`${day}: the last record is missing`]],
    ])('shows that record %i is gone', async (seq, faults) => {
      const found = await tamper(
        `with gone as (delete from kelisim.records ${where} and seq = ${seq} returning *)
         insert into kelisim.kept select * from gone`,
        `with back as (delete from kelisim.kept returning *) insert into kelisim.records select * from back`,
      );
      expect(found).toEqual(faults);
    });

    it('shows a chain that was made anew, by its end that was written down', async () => {
      const heads = (await verify(trial.database)).heads.filter((head) => head.day === day);
      expect(await compare(trial.database, heads)).toEqual([]);
      const forged = heads.map((head) => ({ ...head, hash: head.hash.replace(/./, 'x') }));
      expect(await compare(trial.database, forged)).toEqual([`${day} record 4: is not the one written down`]);
    });
  });

  it('drops what is older than the owner set, logs it, and keeps the rest', async () => {
    const old = samplePost({ id: receiptOf(15), at: '2019-02-03T10:00:00.000Z' });
    await append(trial.database, [old, samplePost({ id: receiptOf(16), at: '2019-02-04T10:00:00.000Z' })]);
    await trial.asOwner(`insert into kelisim.bindings values ('${receiptOf(15)}', 'client-19')`);
    const before = (await verify(trial.database)).heads;
    const inForce = before.filter((head) => head.day > '2020');
    expect(await dropExpired(trial.database)).toEqual([{ month: '2019-02', records: 2 }]);
    expect(await dropExpired(trial.database)).toEqual([]);
    expect(await verify(trial.database)).toEqual({ heads: inForce, faults: [] });
    expect(await readReferences(trial.database, receiptOf(15))).toEqual([]);
    expect(await readReferences(trial.database, receiptOf(4))).toHaveLength(2);
    const [entry] = await trial.database.query(
      'select month::text as month, records, heads::text as heads from kelisim.dropped',
    );
    expect(entry).toMatchObject({ month: '2019-02-01', records: 2 });
    expect(JSON.parse(entry?.heads as string)).toEqual(before.filter((head) => head.day < '2020'));
    // Ends that were written down of a month that was dropped are no fault.
    expect(await compare(trial.database, before)).toEqual([]);
  });
});
