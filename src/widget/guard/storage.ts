import { type Act, hook, notes, once, type Realm } from './hook.ts';
import { follow } from './live.ts';
import { holdsName, type Kind } from './names.ts';
import { site } from './scope.ts';

// Taken before the page can replace it. It says itself what is wrong, where that of `Reflect` says that all is well.
const { defineProperty } = Object;

/** What was to be stored, the newest of each name, in case that its tracker is granted while the page is open. */
const writes: Record<string, () => unknown> = {};
site.writes = writes;

/** Stores by `go`, now or when it is granted. What waits under the same name is over in any case. */
function write(kind: Kind, name: unknown, go: () => unknown): unknown {
  delete writes[kind + name];
  if (!holdsName(kind, name)) return go();
  writes[kind + name] = () => write(kind, name, go);
}

function hookCookies(win: Realm): void {
  hook(win, 'Document.set', 'cookie', (go, args) => {
    const text = once(args) as string;
    const name = /[^=;]*/.exec(text)?.[0].trim();
    // Taking away is always allowed.
    if (/;\s*(max-age=(0|-)|expires=[^;]*19[67]\d)/i.test(text)) {
      delete writes[`c${name}`];
      go();
    } else write('c', name, go);
  });
  hook(
    win,
    'CookieStore',
    'set',
    (go, args) => write('c', args.length > 1 ? once(args) : args[0].name, go) ?? Promise.resolve(),
  );
}

/** A storage with what the page sees of it. */
interface Pair {
  real: Storage;
  shown: Storage;
  kind: Kind;
}

/**
 * `localStorage.name = value` reaches no method, so what the page sees is a Proxy; everything that only takes the
 * real thing is given it.
 */
function hookStorage(win: Realm): void {
  hook(win, '.get', 'localStorage sessionStorage', (go, _args, _self, name) => {
    const real: Storage = go();
    const found = notes.get(real);
    if (found) return found.shown;
    const kind = name[0] as Kind;
    // Writing a property of a Proxy defines it in the end.
    const traps = { __proto__: null, defineProperty } as ProxyHandler<Storage>;
    hook(traps, '', 'defineProperty', (define, args) => write(kind, args[1], define) ?? true);
    const shown = new Proxy(real, traps);
    const pair: Pair = { real, shown, kind };
    notes.set(real, pair);
    notes.set(shown, pair);
    return shown;
  });
  for (const name of ['localStorage', 'sessionStorage'] as const)
    try {
      // Made now, because the page can break what it takes.
      notes.get(win[name]);
    } catch {
      // A sandbox has none.
    }
  const reach: Act = (go, args, self, name) => {
    const { real, kind = 'l' } = notes.get(self) ?? {};
    if (args.length > 1) return write(kind, once(args), () => go(real));
    // Read, removed or cleared.
    if (name > 'r') delete writes[kind + once(args)];
    return go(real);
  };
  hook(win, 'Storage', 'getItem setItem removeItem key clear', reach);
  hook(win, 'Storage.get', 'length', reach);
  hook(win, 'StorageEvent.get', 'storageArea', (go) => notes.get(go())?.shown ?? go());
  hook(win, '', 'StorageEvent', (go, args) => {
    const pair = notes.get(args[1]?.storageArea);
    if (pair) args[1] = { ...args[1], storageArea: pair.real };
    return go();
  });
}

function hookDatabases(win: Realm): void {
  hook(win, 'IDBFactory', 'open', (go, args) => {
    const name = once(args);
    const isHeld = () => holdsName('i', name);
    const held = isHeld();
    // A base without a name that is given up while it is made: the caller gets a real request and a real error.
    if (held) args[0] = '';
    const request: IDBOpenDBRequest = go();
    request.addEventListener(held ? 'upgradeneeded' : 'success', (event) => {
      if (held) {
        event.stopImmediatePropagation();
        request.transaction?.abort();
      } else follow(() => isHeld() && !(request.result.close() as unknown));
    });
    return request;
  });
  // A file is asked for by the same call whether it is there or to be made.
  hook(win, 'CacheStorage FileSystemDirectoryHandle', 'open getFileHandle getDirectoryHandle', (go, args) =>
    holdsName('k', once(args)) ? Promise.reject(new DOMException('', 'SecurityError')) : go(),
  );
}

/** Covers everything in a window or worker that stores by name. */
export function watchStorage(win: Realm): void {
  hookCookies(win);
  hookStorage(win);
  hookDatabases(win);
}
