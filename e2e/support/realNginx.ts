import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether nginx is installed here. */
export const hasNginx = (): boolean => !spawnSync('nginx', ['-v']).error;

/** The server block that `csp.txt` shows, behind a socket: no port can be taken. Other paths are seen from `-p`. */
const configured = (folder: string): string => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr warn;
events {}
http {
  variables_hash_bucket_size 256;
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  scgi_temp_path scgi;
  uwsgi_temp_path uwsgi;
  include ${folder}/csp.txt;
  server {
    listen unix:${folder}/socket;
    add_header Content-Security-Policy $kelisim_csp always;
    add_header Vary Cookie always;
    location / { return 204; }
  }
}
`;

/** A `csp.txt` in an nginx of its own. */
export interface RealNginx {
  /** The policy that a request with this Cookie header gets. */
  ask(cookie?: string): Promise<string | undefined>;
  close(): Promise<void>;
}

interface Folder {
  path: string;
  flags: string[];
}

function folderWith(text: string): Folder {
  const path = mkdtempSync(join(tmpdir(), 'kelisim-nginx-'));
  writeFileSync(join(path, 'csp.txt'), text);
  writeFileSync(join(path, 'nginx.conf'), configured(path));
  return { path, flags: ['-p', path, '-c', join(path, 'nginx.conf')] };
}

/**
 * Has `nginx -t` read a `csp.txt`.
 * @returns what nginx says against it: its lines of the levels `warn` and above
 */
export function saidByNginx(text: string): string[] {
  const { path, flags } = folderWith(text);
  const { stderr } = spawnSync('nginx', ['-t', ...flags], { encoding: 'utf8' });
  rmSync(path, { recursive: true });
  return stderr.split('\n').filter((line) => /\[(warn|error|crit|alert|emerg)\]|failed/.test(line));
}

const asked = (socketPath: string, cookie?: string): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const headers = cookie === undefined ? {} : { cookie };
    get({ socketPath, path: '/', headers, maxHeaderSize: 1e7 }, (response) => {
      response.resume();
      resolve(response.headers['content-security-policy'] as string | undefined);
    }).on('error', reject);
  });

/** Milliseconds that nginx gets for its start. */
const PATIENCE = 10_000;

/** Resolves when it answers. Rejects with its words when it has ended, or does not answer in time. */
async function untilItAnswers(nginx: ChildProcess, socketPath: string): Promise<void> {
  let said = '';
  nginx.stderr?.on('data', (chunk) => (said += chunk));
  const end = Date.now() + PATIENCE;
  while (nginx.exitCode === null && Date.now() < end)
    try {
      await asked(socketPath);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  throw new Error(`nginx does not start: ${said}`);
}

/** Starts nginx with this `csp.txt`. Rejects with nginx's own words when it cannot read it. */
export async function startNginx(text: string): Promise<RealNginx> {
  const { path, flags } = folderWith(text);
  const nginx = spawn('nginx', flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  const socketPath = join(path, 'socket');
  const ended = new Promise<void>((resolve) => nginx.on('exit', () => resolve()));
  const close = async () => {
    nginx.kill();
    await ended;
    rmSync(path, { recursive: true });
  };
  try {
    await untilItAnswers(nginx, socketPath);
  } catch (cause) {
    await close();
    throw cause;
  }
  return { ask: (cookie) => asked(socketPath, cookie), close };
}
