import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { records } from './command.ts';
import { openFolder } from './database/pglite.ts';
import { append } from './store.ts';
import { samplePost } from './testing/samples.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const scratch = mkdtempSync(join(tmpdir(), 'kelisim-command-'));
afterAll(() => rmSync(scratch, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

/** What goes to an output while it is caught. */
function caught(name: 'stdout' | 'stderr'): () => string {
  const written: string[] = [];
  vi.spyOn(process[name], 'write').mockImplementation((text) => written.push(`${text}`) > 0);
  return () => written.join('');
}

const check = (folder: string, ...more: string[]) => records(['verify', '--data', folder, ...more]);

describe('records verify', () => {
  const kept = join(scratch, 'kept');
  const ends = join(scratch, 'ends.txt');
  let relation = '';
  beforeAll(async () => {
    vi.stubEnv('DATABASE_URL', undefined);
    const database = await openFolder({ folder: kept, keepMonths: 60 });
    await append(database, [samplePost()]);
    await database.query('reset role');
    await database.query('checkpoint');
    const [row] = await database.query<{ path: string }>(
      `select pg_relation_filepath('kelisim.records_202611') as path`,
    );
    relation = row?.path as string;
    await database.close();
  });
  afterAll(() => void vi.unstubAllEnvs());
  const copy = (name: string): string => {
    const folder = join(scratch, name);
    cpSync(kept, folder, { recursive: true });
    return folder;
  };

  it('says how many records there are, and leaves the time to keep them as it is', async () => {
    const [out, err] = [caught('stdout'), caught('stderr')];
    await check(kept);
    expect([out(), err()]).toEqual([
      expect.stringMatching(/^\{"day":"2026-11-25","count":1,/),
      '1 records in 1 days: no faults\n',
    ]);
    writeFileSync(ends, out());
    const database = await openFolder({ folder: kept, keepMonths: undefined });
    expect(await database.query('select keep_months from kelisim.settings')).toEqual([{ keep_months: 60 }]);
    await database.close();
  });

  it('compares with ends that were written down', async () => {
    caught('stdout');
    const err = caught('stderr');
    await check(kept, '--against', ends);
    expect(err()).toMatch(/no faults/);
    writeFileSync(ends, '');
    await expect(check(kept, '--against', ends)).rejects.toThrow(/ends\.txt holds no ends/);
  });

  it('refuses a folder that is not there, with the cure, and makes none', async () => {
    const folder = join(scratch, 'nosuch');
    await expect(check(folder)).rejects.toThrow(
      `There is no database in ${folder}. Name the folder of the service with --data`,
    );
    expect(existsSync(folder)).toBe(false);
  });

  it.each(['removed', 'emptied'])('refuses a folder whose database was %s, and makes none', async (how) => {
    const folder = copy(how);
    rmSync(join(folder, 'database'), { recursive: true });
    if (how === 'emptied') mkdirSync(join(folder, 'database'));
    await expect(check(folder)).rejects.toThrow(/There is no database in /);
    expect(existsSync(join(folder, 'database', 'PG_VERSION'))).toBe(false);
  });

  it('refuses a database that lost its beginning; the service makes no new one over it either', async () => {
    const folder = copy('beheaded');
    rmSync(join(folder, 'database', 'PG_VERSION'));
    await expect(check(folder)).rejects.toThrow(/has no PG_VERSION\. .*restore that folder from a copy/);
    await expect(openFolder({ folder, keepMonths: 36 })).rejects.toThrow(/has no PG_VERSION/);
  });

  it('names the folder of a database that cannot be opened, and that a copy has to replace it', async () => {
    const folder = copy('broken');
    writeFileSync(join(folder, 'database', 'global', 'pg_control'), 'x');
    await expect(check(folder)).rejects.toThrow(
      new RegExp(
        `^The database in ${join(folder, 'database')} cannot be opened .*restore that folder from a copy`,
      ),
    );
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('names the folder of records that cannot be read', async () => {
    const folder = copy('truncated');
    truncateSync(join(folder, 'database', relation), 100);
    await expect(check(folder)).rejects.toThrow(
      new RegExp(`^The records in ${folder} are damaged .*Restore them from a copy`),
    );
  });

  it('refuses a folder that another process has open', async () => {
    const folder = copy('open');
    writeFileSync(join(folder, 'lock'), `${process.ppid}\n`);
    await expect(check(folder)).rejects.toThrow(`in use by process ${process.ppid}`);
  });
});

describe('records --help', () => {
  it.each([[['--help']], [['verify', '--help']], [['--port', 'x', '--help']]])(
    '%j says how to call it and does nothing else',
    async (args) => {
      const out = caught('stdout');
      await records(args);
      expect(out()).toMatch(/^ {2}kelisim records --origin URL/);
      expect(out()).toContain('kelisim records verify');
    },
  );
});
