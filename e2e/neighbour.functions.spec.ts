import { test } from './support/neighbour.ts';
import { expect } from './support/test.ts';

/** Every function of the platform, by its path from `window`, with all that a caller can see of it. */
function walk(): Record<string, string> {
  const seen: Record<string, string> = {};
  const isConstructor = (what: object) => {
    try {
      return !!Reflect.construct(Object, [], what as never);
    } catch {
      return false;
    }
  };
  // biome-ignore lint/complexity/noBannedTypes: any function
  const look = (path: string, what: Function | undefined) => {
    if (typeof what !== 'function') return;
    const above = Object.getPrototypeOf(what);
    const parts = [what.name, what.length, `${what}`, Function.prototype.toString.call(what)];
    seen[path] = [
      ...parts,
      // Sorted: Firefox makes them in the order in which somebody asks for the first time.
      Object.keys(Object.getOwnPropertyDescriptors(what)).sort(),
      above.name,
      isConstructor(what),
    ].join(' | ');
  };
  const members = (path: string, owner: object) => {
    for (const [name, found] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      const flags = [found.writable, found.enumerable, found.configurable, !!found.get, !!found.set];
      seen[`${path}.${name} flags`] = flags.map(Number).join('');
      look(`${path}.${name}`, found.value);
      look(`${path}.${name} get`, found.get);
      look(`${path}.${name} set`, found.set);
    }
  };
  members('window', window);
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!/^[A-Z]/.test(name)) continue;
    const what = (window as unknown as Record<string, { prototype?: { constructor: unknown } }>)[name];
    if (typeof what !== 'function' && (typeof what !== 'object' || what === null)) continue;
    members(name, what as object);
    if (!what?.prototype) continue;
    members(`${name}.prototype`, what.prototype);
    seen[`${name} is the constructor of its prototype`] = `${what.prototype.constructor === what}`;
  }
  return seen;
}

test('every function of the browser keeps name, length, text, flags, statics and prototype', async ({
  same,
}) => {
  const seen = await same(walk);
  expect(Object.keys(seen).length).toBeGreaterThan(5000);
  const text = /function fetch\(\) \{\s+\[native code\]\s+\}/.source;
  expect(seen['window.fetch']).toMatch(
    new RegExp(`^fetch \\| 1 \\| ${text} \\| ${text} \\| length,name \\|  \\| false$`),
  );
});

test('functions of the platform are found where they always were', async ({ same }) => {
  const seen = await same(() => {
    const own = Object.keys(window).filter((name) => name !== 'kelisim');
    return {
      window: own,
      fetch: [window.fetch === self.fetch, window.fetch === fetch, Object.hasOwn(window, 'fetch')],
      methods: document.body.appendChild === Node.prototype.appendChild,
      storage: [localStorage.getItem === Storage.prototype.getItem, localStorage === window.localStorage],
      inherited: HTMLScriptElement.prototype.setAttribute === Element.prototype.setAttribute,
      tag: Object.prototype.toString.call(fetch),
      bound: fetch.bind(window).name,
    };
  });
  expect(seen.methods).toBe(true);
});

test('text of functions is given as before, to whoever asks', async ({ same }) => {
  const seen = await same(() => {
    const print = Function.prototype.toString;
    const attempt = (run: () => unknown) => {
      try {
        return String(run());
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    };
    const values = [print, function own() {}, class Own {}, new Proxy(() => {}, {}), {}, undefined, 1];
    return [
      ...values.map((value) => attempt(() => print.call(value))),
      attempt(() => print.toString()),
      attempt(() => Reflect.apply(print, fetch, [])),
      attempt(() => `${XMLHttpRequest.prototype.open}`),
      attempt(() => `${Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set}`),
    ];
  });
  expect(seen.at(-2)).toMatch(/^function open\(\) \{\s+\[native code\]\s+\}$/);
});

test('classes that extend constructors of the browser work', async ({ same }) => {
  const seen = await same(() => {
    const found: Record<string, unknown[]> = {};
    const here = location.origin;
    const look = (name: string, ...args: string[]) => {
      // biome-ignore lint/suspicious/noExplicitAny: any constructor
      const Native = (window as any)[name];
      class Own extends Native {
        own() {
          return `own ${this.constructor.name}`;
        }
      }
      const made = new Own(...(args as []));
      const plain = new Native(...(args as []));
      found[name] = [
        made.own(),
        made instanceof Own,
        made instanceof Native,
        Object.prototype.toString.call(made),
        plain.constructor === Native,
        Object.getPrototypeOf(plain) === Native.prototype,
        Object.getPrototypeOf(Reflect.construct(Native, args, Array)) === Array.prototype,
        Object.keys(made),
      ];
      for (const each of [made, plain]) each.close?.() ?? each.terminate?.();
    };
    look('XMLHttpRequest');
    look('WebSocket', here.replace('http', 'ws'));
    look('EventSource', `${here}/tiny.json`);
    look('Worker', URL.createObjectURL(new Blob([''])));
    look('SharedWorker', '/none.js');
    look('RTCPeerConnection');
    look('StorageEvent', 'storage');
    look('Request', '/');
    return found;
  });
  expect(seen.XMLHttpRequest).toEqual([
    'own Own',
    true,
    true,
    '[object XMLHttpRequest]',
    true,
    true,
    true,
    [],
  ]);
});

test('constants stand on constructors, prototypes and what is made', async ({ same }) => {
  const seen = await same(() => [
    [WebSocket.CONNECTING, WebSocket.OPEN, WebSocket.CLOSING, WebSocket.CLOSED, WebSocket.prototype.OPEN],
    [EventSource.CONNECTING, EventSource.OPEN, EventSource.CLOSED, EventSource.prototype.OPEN],
    [XMLHttpRequest.UNSENT, XMLHttpRequest.DONE, new XMLHttpRequest().DONE],
    [typeof RTCPeerConnection.generateCertificate, URL.canParse('x:y')],
  ]);
  expect(seen[0]).toEqual([0, 1, 2, 3, 1]);
});
