import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TOKEN } from './samples.ts';

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));
const command = (args: readonly string[]) => ['--import', 'tsx', RUN, ...args];

/** Where a service of a test keeps its records: arguments and environment. */
export interface Where {
  args: readonly string[];
  env: Record<string, string>;
}

const environment = ({ env }: Where) => ({ ...process.env, KELISIM_TOKEN: TOKEN, ...env });

/** A service in a process of its own. */
export interface Running {
  base: string;
  /** Everything it has logged. */
  log(): string;
  /** Sends a signal; resolves with the exit code (null when it was killed). */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

/** Resolves with the address that it says it listens at. */
function listening(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /listening at (http:[^"]+)/.exec(log())?.[1];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`exit ${code}: ${log()}`)));
  });
}

/** Starts a service and waits until it listens. */
export async function startService(where: Where): Promise<Running> {
  const args = [
    '--port',
    '0',
    '--origin',
    'https://www.akshamat.kz',
    '--per-minute',
    '1000000',
    ...where.args,
  ];
  const child = spawn(process.execPath, command(args), { env: environment(where) });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  const base = await listening(child, () => log);
  return {
    base,
    log: () => log,
    async end(signal) {
      const exit = once(child, 'exit');
      child.kill(signal);
      return (await exit)[0] as number | null;
    },
  };
}

/** What a program that has ended left behind; no code when it had to be killed. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `records …` and waits for its end, 30 seconds at most. */
export function runRecords(args: readonly string[], env: Record<string, string> = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, command(args), {
    env: environment({ args, env }),
    ...{ encoding: 'utf8', timeout: 30_000, killSignal: 'SIGKILL' },
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs `records verify` to its end. */
export const runVerify = ({ args, env }: Where, ...more: string[]): Ended =>
  runRecords(['verify', ...args, ...more], env);
