import { type Act, hook, own, type Realm } from './hook.ts';
import { follow, last } from './live.ts';
import { holdsName, type Kind } from './names.ts';

/** What was to be stored, newest by name, in case that its tracker is granted while the page is open. */
const writes = new Map<string, () => unknown>();

/** Stores by `go`, now or when it is granted. */
function write(kind: Kind, name: unknown, go: () => unknown): unknown {
  if (!holdsName(kind, name)) return go();
  writes.set(`${kind}${name}`, go);
}

/** Stores what may be stored now. */
export function releaseWrites(): void {
  for (const [text, go] of writes) {
    if (holdsName(text[0] as Kind, text.slice(1))) continue;
    writes.delete(text);
    go();
  }
}

function hookCookies(win: Realm): void {
  hook(
    win.Document?.prototype,
    'cookie',
    (go, args) => {
      const text = `${args[0]}`;
      // Taking away is always allowed.
      if (/;\s*(max-age=(0|-)|expires=[^;]*19[67]\d)/i.test(text)) return go();
      return write('c', /^\s*([^=;]*?)\s*(=|;|$)/.exec(text)?.[1], go);
    },
    'set',
  );
  const { CookieStore } = win as { CookieStore?: { prototype: object } };
  hook(
    CookieStore?.prototype,
    'set',
    (go, args) => write('c', args[0]?.name ?? args[0], go) ?? win.Promise.resolve(),
  );
}

/**
 * `localStorage.name = value` reaches no method, so what the page sees is a Proxy; everything that only takes the
 * real thing is given it.
 */
function hookStorage(win: Realm): void {
  const real = own(new WeakMap<Storage, Storage>(), 'get', 'set');
  const faces = own(new WeakMap<Storage, Storage>(), 'get', 'set');
  const kinds = own(new WeakMap<Storage, Kind>(), 'get', 'set');
  const face = (storage: Storage, kind: Kind): Storage => {
    const known = faces.get(storage);
    if (known) return known;
    const proxy = new Proxy(storage, {
      set(_storage, name, value) {
        write(kind, name, () => Reflect.set(storage, name, value));
        return true;
      },
      defineProperty(_storage, name, what) {
        write(kind, name, () => Reflect.defineProperty(storage, name, what));
        return true;
      },
    });
    real.set(proxy, storage);
    faces.set(storage, proxy);
    kinds.set(storage, kind);
    return proxy;
  };
  const reach: Act = (go, _args, self) => go(real.get(self) ?? self);
  hook(win, 'localStorage', (go) => face(go(), 'l'), 'get');
  hook(win, 'sessionStorage', (go) => face(go(), 's'), 'get');
  const { prototype } = win.Storage;
  for (const name of ['getItem', 'removeItem', 'key', 'clear']) hook(prototype, name, reach);
  hook(prototype, 'length', reach, 'get');
  hook(prototype, 'setItem', (go, args, self) => {
    const storage = real.get(self) ?? self;
    return write(kinds.get(storage) ?? 'l', args[0], () => go(storage));
  });
  hook(win.StorageEvent.prototype, 'storageArea', (go) => faces.get(go()) ?? go(), 'get');
  hook(win, 'StorageEvent', (go, args) => {
    const storageArea = real.get(args[1]?.storageArea);
    if (storageArea) args[1] = { ...args[1], storageArea };
    return go();
  });
}

function hookDatabases(win: Realm): void {
  hook(win.IDBFactory?.prototype, 'open', (go, args) => {
    const [name] = args;
    const held = holdsName('i', name);
    const { owner } = last;
    // A base without a name that is given up while it is made: the caller gets a real request and a real error.
    if (held) args[0] = '';
    const request: IDBOpenDBRequest = go();
    if (held)
      request.addEventListener('upgradeneeded', (event) => {
        event.stopImmediatePropagation();
        request.transaction?.abort();
      });
    else
      request.addEventListener('success', () =>
        follow(
          owner,
          () => holdsName('i', name),
          () => request.result.close(),
        ),
      );
    return request;
  });
  hook(win.CacheStorage?.prototype, 'open', (go, args) =>
    holdsName('k', args[0]) ? win.Promise.reject(new win.DOMException('', 'SecurityError')) : go(),
  );
}

/** Covers everything in a window or worker that stores by name. */
export function watchStorage(win: Realm): void {
  hookCookies(win);
  if (win.Storage) hookStorage(win);
  hookDatabases(win);
}
