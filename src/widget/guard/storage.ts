import { type Act, hook, own, type Realm } from './hook.ts';
import { follow } from './live.ts';
import { holdsName, type Kind } from './names.ts';
import { site } from './scope.ts';

/** What was to be stored, the newest of each name, in case that its tracker is granted while the page is open. */
const writes: Record<string, () => unknown> = {};
site.writes = writes;

/** Stores by `go`, now or when it is granted. */
function write(kind: Kind, name: unknown, go: () => unknown): unknown {
  if (!holdsName(kind, name)) return go();
  writes[kind + name] = () => write(kind, name, go);
}

function hookCookies(win: Realm): void {
  hook(
    win.Document?.prototype,
    'cookie',
    (go, args) => {
      const text = `${args[0]}`;
      // Taking away is always allowed.
      if (/;\s*(max-age=(0|-)|expires=[^;]*19[67]\d)/i.test(text)) go();
      else write('c', /[^=;]*/.exec(text)?.[0].trim(), go);
    },
    'set',
  );
  hook(
    (win as { CookieStore?: { prototype: object } }).CookieStore?.prototype,
    'set',
    (go, args) => write('c', args[0]?.name ?? args[0], go) ?? Promise.resolve(),
  );
}

/** A storage with what the page sees of it. */
interface Pair {
  real: Storage;
  face: Storage;
  kind: Kind;
}

/**
 * `localStorage.name = value` reaches no method, so what the page sees is a Proxy; everything that only takes the
 * real thing is given it.
 */
function hookStorage(win: Realm): void {
  const pairs = own(new WeakMap<Storage, Pair>(), 'get', 'set');
  const faceOf = (real: Storage, kind: Kind): Storage => {
    const put = (method: 'set' | 'defineProperty') => (_real: Storage, name: string, value: unknown) => {
      write(kind, name, () => Reflect[method](real, name, value as never));
      return true;
    };
    const traps = { set: put('set'), defineProperty: put('defineProperty') };
    const pair = pairs.get(real) ?? { real, face: new Proxy(real, traps as ProxyHandler<Storage>), kind };
    pairs.set(real, pair);
    pairs.set(pair.face, pair);
    return pair.face;
  };
  const reach: Act = (go, _args, self) => go(pairs.get(self)?.real);
  hook(win, 'localStorage', (go) => faceOf(go(), 'l'), 'get');
  hook(win, 'sessionStorage', (go) => faceOf(go(), 's'), 'get');
  const { prototype } = win.Storage;
  for (const name of ['getItem', 'removeItem', 'key', 'clear']) hook(prototype, name, reach);
  hook(prototype, 'length', reach, 'get');
  hook(prototype, 'setItem', (go, args, self) => {
    const pair = pairs.get(self);
    return pair && args[1] !== undefined ? write(pair.kind, args[0], () => go(pair.real)) : go(pair?.real);
  });
  hook(win.StorageEvent.prototype, 'storageArea', (go) => pairs.get(go())?.face ?? go(), 'get');
  hook(win, 'StorageEvent', (go, args) => {
    const pair = pairs.get(args[1]?.storageArea);
    if (pair) args[1] = { ...args[1], storageArea: pair.real };
    return go();
  });
}

/** Closes and says so. */
function close(database: IDBDatabase): true {
  database.close();
  return true;
}

function hookDatabases(win: Realm): void {
  hook(win.IDBFactory?.prototype, 'open', (go, args) => {
    const [name] = args;
    const isHeld = () => holdsName('i', name);
    const held = isHeld();
    // A base without a name that is given up while it is made: the caller gets a real request and a real error.
    if (held) args[0] = '';
    const request: IDBOpenDBRequest = go();
    request.addEventListener(held ? 'upgradeneeded' : 'success', (event) => {
      if (held) {
        event.stopImmediatePropagation();
        request.transaction?.abort();
      } else follow(() => isHeld() && close(request.result));
    });
    return request;
  });
  hook(win.CacheStorage?.prototype, 'open', (go, args) =>
    holdsName('k', args[0]) ? Promise.reject(new DOMException('', 'SecurityError')) : go(),
  );
}

/** Covers everything in a window or worker that stores by name. */
export function watchStorage(win: Realm): void {
  hookCookies(win);
  if (win.Storage) hookStorage(win);
  hookDatabases(win);
}
