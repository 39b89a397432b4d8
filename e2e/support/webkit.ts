import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Engine, Kept, Key } from './engine.ts';

/** WebDriver's name for "an element follows". */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** WebDriver's code points of keys without a character. */
const KEYS: Record<Key, string> = { Tab: '\uE004', Enter: '\uE006', Space: ' ', Escape: '\uE00C' };
const CAPABILITIES = {
  alwaysMatch: { 'webkitgtk:browserOptions': { args: ['--automation'] }, pageLoadStrategy: 'normal' },
};

type Send = <Value>(method: string, path: string, body?: unknown) => Promise<Value>;

/** Sends WebDriver commands. @throws Error with the driver's own words */
const sender =
  (base: string): Send =>
  async (method, path, body) => {
    const answer = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
    if (answer.ok) return value as never;
    throw new Error(`WebKit: ${value.error}: ${value.message} (${method} ${path})`);
  };

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** A display for a browser that has no mode without one. Resolves with its name, `:99`. */
const startDisplay = (): Promise<{ name: string; server: ChildProcess }> =>
  new Promise((resolve, reject) => {
    // The server chooses a free number and writes it into the pipe when it is ready.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }).once('error', reject);
    server.stdio[3]?.once('data', (number) => resolve({ name: `:${String(number).trim()}`, server }));
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });

/** Asks until the driver answers; it says nothing when it is ready. */
async function untilReady(send: Send, driver: ChildProcess): Promise<void> {
  while (driver.exitCode === null) {
    const ready = await send('GET', '/status').catch(() => undefined);
    if (ready) return;
  }
  throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`);
}

type Element = Record<typeof ELEMENT, string>;

const press = async (send: Send, element: Element): Promise<void> => {
  await send('POST', `/element/${element[ELEMENT]}/click`, {});
};

/** What a person's hands do. */
const hands = (send: Send): Pick<Engine, 'click' | 'press' | 'type'> => ({
  async click(selector) {
    await press(send, await send('POST', '/element', { using: 'css selector', value: selector }));
  },
  async press(expression) {
    await press(send, await send('POST', '/execute/sync', { script: `return ${expression}`, args: [] }));
  },
  async type(key) {
    const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] }));
    await send('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  },
});

/** Tabs of the one visitor that a session is. The first stays, because the browser ends with its last one. */
const tabs = (send: Send, first: string): Pick<Engine, 'open' | 'openTab' | 'turn'> => {
  const turn = (handle: string) => send<void>('POST', '/window', { handle });
  let opened = [first];
  return {
    async open(url) {
      for (const handle of opened.slice(1)) {
        await turn(handle);
        await send('DELETE', '/window');
      }
      opened = [first];
      await turn(first);
      await send('DELETE', '/cookie');
      await send('POST', '/url', { url });
    },
    async openTab(url) {
      const { handle } = await send<{ handle: string }>('POST', '/window/new', { type: 'tab' });
      opened.push(handle);
      await turn(handle);
      await send('POST', '/url', { url });
    },
    turn: (tab) => turn(opened[tab] as string),
  };
};

const toEngine = (send: Send, first: string, end: () => Promise<void>): Engine => ({
  ...hands(send),
  ...tabs(send, first),
  go: (url) => send('POST', '/url', { url }),
  async evaluate(expression) {
    const script = `const done = arguments[0];
      Promise.resolve().then(() => ${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }))`;
    const answer = await send<{ value: never; error?: string }>('POST', '/execute/async', {
      script,
      args: [],
    });
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  },
  async cookies() {
    const kept = await send<(Kept & { expiry: number })[]>('GET', '/cookie');
    return kept.map(({ expiry, ...cookie }) => ({ ...cookie, expires: expiry }));
  },
  close: end,
});

/** WebKitGTK through its own driver: Playwright has no other way to an installed one. */
export async function startWebKit(path: string): Promise<Engine> {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn(path, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name },
  });
  const base = sender(`http://127.0.0.1:${port}`);
  const end = async (session?: Send) => {
    await session?.('DELETE', '').catch(() => {});
    driver.kill();
    display.server.kill();
  };
  try {
    await untilReady(base, driver);
    const { sessionId } = await base<{ sessionId: string }>('POST', '/session', {
      capabilities: CAPABILITIES,
    });
    const session = sender(`http://127.0.0.1:${port}/session/${sessionId}`);
    return toEngine(session, await session<string>('GET', '/window'), () => end(session));
  } catch (error) {
    await end();
    throw error;
  }
}
