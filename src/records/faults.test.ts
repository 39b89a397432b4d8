import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keptIn, postOf, startLoad } from './testing/load.ts';
import { type Server, startPostgres } from './testing/postgres.ts';
import { request, send } from './testing/request.ts';
import { runVerify, startService, type Where } from './testing/service.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** A place for records, on a disk of its own when it is given. */
interface Place {
  where: Where;
  server?: Server;
  remove(): void;
}

const PLACES: [name: string, make: (disk?: string) => Promise<Place>][] = [
  [
    'PGlite',
    async (disk) => {
      const folder = disk ?? mkdtempSync(join(tmpdir(), 'kelisim-faults-'));
      return {
        where: { args: ['--data', join(folder, 'records')], env: {} },
        remove: () => rmSync(join(folder, 'records'), { recursive: true, force: true }),
      };
    },
  ],
  ...(process.env.KELISIM_POSTGRES === 'none'
    ? []
    : ([
        [
          'PostgreSQL',
          async (disk) => {
            const folder = disk && join(disk, 'server');
            if (folder) mkdirSync(folder);
            const server = await startPostgres(folder);
            return { where: { args: [], env: { DATABASE_URL: server.url } }, server, remove: server.remove };
          },
        ],
      ] satisfies [string, (disk?: string) => Promise<Place>][])),
];

const twice = (list: readonly string[]): string[] => list.filter((one, index) => list[index + 1] === one);

describe.each(PLACES)('the service on %s', (_name, make) => {
  let place: Place;
  beforeAll(async () => {
    place = await make();
  });
  afterAll(() => place.remove());

  it('that is killed under load has lost and doubled nothing that it accepted', async () => {
    const first = await startService(place.where);
    const load = startLoad(first.base, { first: 1, width: 24 });
    await load.reached(200);
    await first.end('SIGKILL');
    await load.stop();
    const second = await startService(place.where);
    const kept = await keptIn(second.base);
    expect([...load.accepted].filter((id) => !kept.includes(id))).toEqual([]);
    expect(twice(kept)).toEqual([]);
    // Those that got no answer are sent again, as the outbox does, with those that had got one.
    const again = await Promise.all(
      load.statuses.map((_status, index) => send(second.base, postOf(index + 1))),
    );
    expect(again.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
    const all = await keptIn(second.base);
    expect([all.length, twice(all)]).toEqual([load.statuses.length, []]);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(runVerify(place.where)).toMatchObject({ code: 0, err: expect.stringMatching(/no faults/) });
  });

  it('that is told to end finishes what it has begun, and says no to the rest', async () => {
    const service = await startService(place.where);
    const load = startLoad(service.base, { first: 100_000, width: 24 });
    await load.reached(100);
    expect(await service.end('SIGTERM')).toBe(0);
    await load.stop();
    expect(load.statuses.filter((status) => ![0, 201, 503].includes(status))).toEqual([]);
    const next = await startService(place.where);
    const kept = await keptIn(next.base);
    expect([...load.accepted].filter((id) => !kept.includes(id))).toEqual([]);
    expect(await next.end('SIGTERM')).toBe(0);
    // Connections that visitors keep open would hold it up for longer than this.
  }, 60_000);

  it('is checked by a command that writes down the ends of the chains, and compares with them', async () => {
    const { code, out } = runVerify(place.where);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^\{"day":"\d{4}-\d\d-\d\d","count":\d+,"hash":"/),
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'kelisim-heads-'));
    const file = join(folder, 'heads');
    writeFileSync(file, out);
    expect(runVerify(place.where, '--against', file).code).toBe(0);
    writeFileSync(
      file,
      out.replace(/"hash":"(.)/, (_, digit) => `"hash":"${digit === '0' ? 1 : 0}`),
    );
    expect(runVerify(place.where, '--against', file)).toMatchObject({
      ...{ code: 1, err: expect.stringMatching(/is not the one written down/) },
    });
    rmSync(folder, { recursive: true });
  });
});

describe('the service on a folder', () => {
  it('that another process has open does not start, and says why', async () => {
    const [, make] = PLACES[0] as (typeof PLACES)[number];
    const place = await make();
    const service = await startService(place.where);
    await expect(startService(place.where)).rejects.toThrow(/in use by process \d+/);
    expect(await service.end('SIGTERM')).toBe(0);
    place.remove();
  });
});

describe.runIf(PLACES.length > 1)('the service whose server', () => {
  it('is stopped refuses until it is back, without a start of its own, and loses nothing', async () => {
    const [, make] = PLACES[1] as (typeof PLACES)[number];
    const place = await make();
    const service = await startService(place.where);
    const load = startLoad(service.base, { first: 1, width: 8 });
    await load.reached(50);
    place.server?.stop();
    await vi.waitFor(() => expect(load.statuses).toContain(503));
    await load.stop();
    expect(load.statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    const refused = await send(service.base, postOf(999_999));
    expect([refused.status, JSON.parse(refused.text).error]).toEqual([503, 'database']);
    expect((await request(`${service.base}/healthz`)).status).toBe(503);
    place.server?.start();
    const again = await Promise.all(
      load.statuses.map((_status, index) => send(service.base, postOf(index + 1))),
    );
    expect(again.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
    const kept = await keptIn(service.base);
    expect([kept.length, twice(kept)]).toEqual([load.statuses.length, []]);
    expect(await service.end('SIGTERM')).toBe(0);
    expect(runVerify(place.where).code).toBe(0);
    expect(service.log()).not.toMatch(/[\da-f]{20}"|Finbox/);
    place.remove();
  });
});

/** A small disk in memory, which takes the rights of root; undefined where that is not allowed. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=755', 'none', folder]);
  if (status === 0) return folder;
  rmSync(folder, { recursive: true });
  process.stderr.write('\n*** NOT RUN: the tests of a full disk need the right to mount one.\n\n');
  return undefined;
}

/** Fills what is left of a disk. */
function fill(disk: string): string {
  const file = join(disk, 'ballast');
  spawnSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=64k']);
  return file;
}

describe.each(PLACES)('the service on %s whose disk is full', (_name, make) => {
  const disk = smallDisk();
  afterAll(() => {
    if (!disk) return;
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  it.runIf(disk)('refuses, and has everything that it accepted when there is room again', async () => {
    const place = await make(disk);
    const service = await startService(place.where);
    const before = startLoad(service.base, { first: 1, width: 8 });
    await before.reached(50);
    const ballast = fill(disk as string);
    await vi.waitFor(() => expect(before.statuses.some((status) => status !== 201)).toBe(true), {
      timeout: 90_000,
    });
    await before.stop();
    expect(before.statuses.filter((status) => ![0, 201, 503].includes(status))).toEqual([]);
    rmSync(ballast);
    await service.end('SIGKILL');
    // A server that cannot write its log ends itself, as it should.
    if (place.server) {
      place.server.stop();
      place.server.start();
    }
    const next = await startService(place.where);
    const kept = await keptIn(next.base);
    expect([...before.accepted].filter((id) => !kept.includes(id))).toEqual([]);
    expect(twice(kept)).toEqual([]);
    expect((await send(next.base, postOf(500_000))).status).toBe(201);
    expect(await next.end('SIGTERM')).toBe(0);
    expect(runVerify(place.where).code).toBe(0);
    place.remove();
  });
});
