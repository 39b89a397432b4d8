import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folder of the server's programs, or undefined where there is none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** The user that a server may run as: never root. */
function unprivileged(): { uid: number; gid: number } | object {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) => {
    const { stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return Number(stdout.trim() || 65534);
  };
  return { uid: number('-u'), gid: number('-g') };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A server of its own in a temporary folder. */
export interface Server {
  /** Address of a database of the owner. */
  url: string;
  start(): void;
  /** Ends it as a machine that shuts down does: connections are cut. */
  stop(): void;
  /** Ends it and removes its folder. */
  remove(): void;
}

/** Makes a server and starts it. `folder` is where its data lies; a new one under the temporary folder when left out. */
export async function startPostgres(
  folder = mkdtempSync(join(tmpdir(), 'kelisim-postgres-')),
): Promise<Server> {
  const programs = findPostgres();
  if (!programs) throw new Error('There is no PostgreSQL server on this machine.');
  const user = unprivileged();
  if ('uid' in user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const run = (program: string, ...args: string[]) =>
    void execFileSync(join(programs, program), args, { ...user, cwd: folder, stdio: 'ignore' });
  run('initdb', '-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N');
  const flags = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_wal_size=32MB -c min_wal_size=32MB`;
  const start = () => run('pg_ctl', '-D', data, '-o', flags, '-l', join(folder, 'log'), '-w', 'start');
  // One that has ended itself is stopped already.
  const stop = (mode = 'fast') =>
    void spawnSync(join(programs, 'pg_ctl'), ['-D', data, '-m', mode, '-w', 'stop'], {
      ...user,
      cwd: folder,
    });
  start();
  return {
    url: `postgres://owner@127.0.0.1:${port}/postgres`,
    start,
    stop,
    remove() {
      stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
