import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runRecords } from './testing/service.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('a service that cannot listen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-listen-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const start = (...args: string[]) => runRecords(['--origin', 'https://a.kz', '--data', folder, ...args]);

  it('at a port that is taken ends, and names it with the cure', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, err } = start('--port', `${port}`);
    other.close();
    expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} on 127.0.0.1 is taken`)]);
    expect(err).toContain('--port');
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  it('at a host that is none ends, and names it with the cure', () => {
    const { code, err } = start('--host', '999.1.1.1');
    expect([code, err]).toEqual([1, expect.stringMatching(/999\.1\.1\.1 .*\(port 8787\).*--host/)]);
  });
});
