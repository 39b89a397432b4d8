import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConsentRecord } from '../src/types.ts';
import { ROOT } from './support/build.ts';
import { startLogSite } from './support/logSite.ts';
import { button, call, expect, test, WORDS } from './support/test.ts';

const TOKEN = 'a-token-of-forty-characters-for-the-tests';

/** The built service; resolves when it listens. */
async function startBuilt(folder: string, origin: string): Promise<{ url: string; child: ChildProcess }> {
  const args = ['records', '--data', folder, '--port', '0', '--origin', origin];
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    env: { ...process.env, KELISIM_TOKEN: TOKEN },
  });
  let log = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The service did not start: ${log}`)));
    child.stdout.on('data', (part) => {
      log += part;
      const found = /listening at (http:[^"]+)/.exec(log)?.[1];
      if (found) resolve(found);
    });
  });
  return { url, child };
}

test('a decision goes from the visitor through widget, service and database into the export', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'kelisim-chain-'));
  const site = await startLogSite();
  const { url, child } = await startBuilt(folder, site.url);
  site.service = url;
  const read = async (path: string) => {
    const reply = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } });
    return reply.text();
  };
  await page.goto(site.url);
  const renewed = page.waitForResponse('**/consent/v1/records');
  await button(page, WORDS.kk.accept).click();
  const answer = await renewed;
  expect(answer.status()).toBe(201);
  // The browser keeps the decision as long as it says, also where a cookie of a script would live seven days.
  expect(await answer.headerValue('set-cookie')).toMatch(/^kelisim=1\|.*; Expires=.*; SameSite=Lax$/);
  const accepted = (await call(page, (kelisim) => kelisim.record())) as ConsentRecord;
  await call(page, (kelisim) => kelisim.withdraw());
  const withdrawn = (await call(page, (kelisim) => kelisim.record())) as ConsentRecord;
  await expect.poll(async () => (await read('/v1/records')).trim().split('\n').length).toBe(2);
  const lines = (await read('/v1/records'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ record }) => record)).toEqual([accepted, withdrawn]);
  expect(lines[1]).toMatchObject({ origin: site.url, seq: 2, previous: lines[0].hash });
  expect(await read('/v1/records?format=csv')).toContain(`\r\n${accepted.id},${accepted.at},`);
  const { withdrawals } = JSON.parse(await read('/v1/withdrawals'));
  expect(withdrawals).toEqual([
    expect.objectContaining({ receipt: accepted.id, at: withdrawn.at, withdrawn: accepted.granted }),
  ]);
  expect((await page.context().cookies()).filter(({ name }) => name === 'kelisim')).toHaveLength(1);
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  expect((await exit)[0]).toBe(0);
  await site.close();
  rmSync(folder, { recursive: true });
});
