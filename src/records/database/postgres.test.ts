import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { append } from '../store.ts';
import { type Server, startPostgres } from '../testing/postgres.ts';
import { receiptOf, samplePost } from '../testing/samples.ts';
import { verify } from '../verify.ts';
import { openServer } from './postgres.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

describe.runIf(process.env.KELISIM_POSTGRES !== 'none')('the tables on a PostgreSQL server', () => {
  let server: Server;
  const open = (url: string, keepMonths = 36) => openServer({ url, keepMonths, onLost() {} });
  const asOwner = async (sql: string) => {
    const client = new Client({ connectionString: server.url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  it('are not made by who only reads, who is told whose place it is', async () => {
    const reading = openServer({ url: server.url, keepMonths: undefined, onLost() {} });
    await expect(reading).rejects.toThrow('The database "postgres" on 127.0.0.1 has no tables');
    expect((await asOwner(`select to_regclass('kelisim.records') as made`)).rows).toEqual([{ made: null }]);
  });

  it('are made once by many that start together', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => open(server.url)));
    for (const database of all) await database.close();
    const { rows } = await asOwner('select version from kelisim.migrations');
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('take posts of the same days in any order from many at once', async () => {
    const database = await open(server.url);
    const days = ['2026-11-20', '2026-11-21', '2026-11-22'];
    const one = (number: number) => {
      const order = number % 2 ? days : [...days].reverse();
      const posts = order.map((day) => samplePost({ id: receiptOf(number), at: `${day}T09:00:00.000Z` }));
      return append(database, posts);
    };
    const places = await Promise.all(Array.from({ length: 100 }, (_, number) => one(number)));
    expect(places.flat().every(({ outcome }) => outcome === 'new')).toBe(true);
    expect((await verify(database)).faults).toEqual([]);
    await database.close();
  });

  it('serve a user who owns nothing and only has the role', async () => {
    await asOwner(`create role guest login; grant kelisim_writer to guest`);
    const url = server.url.replace('owner@', 'guest@');
    const database = await open(url);
    expect((await append(database, [samplePost()])).map(({ outcome }) => outcome)).toEqual(['new']);
    await expect(database.query('delete from kelisim.records')).rejects.toMatchObject({ code: '42501' });
    // Back to the user itself: it has no more rights than the role.
    await database.query('reset role');
    await expect(database.query('delete from kelisim.records')).rejects.toMatchObject({ code: '42501' });
    await database.close();
    await expect(open(url, 24)).rejects.toMatchObject({ code: '42501' });
  });

  it('keep what the owner sets', async () => {
    await (await open(server.url, 60)).close();
    await (await openServer({ url: server.url, keepMonths: undefined, onLost() {} })).close();
    expect((await asOwner('select keep_months from kelisim.settings')).rows).toEqual([{ keep_months: 60 }]);
  });

  it('of a later version are left alone', async () => {
    await asOwner('insert into kelisim.migrations (version) values (2)');
    await expect(open(server.url)).rejects.toThrow('later than this program');
  });
});
