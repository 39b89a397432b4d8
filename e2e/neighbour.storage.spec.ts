import { test } from './support/neighbour.ts';
import { expect } from './support/test.ts';

test('local storage is read and written as an object and by its methods', async ({ same }) => {
  const seen = await same(() => {
    const store = localStorage as Storage & Record<string, unknown>;
    store.setItem('cart', '1');
    store.theme = 'dark';
    store['7'] = 7;
    Object.defineProperty(store, 'made', {
      value: 'x',
      configurable: true,
      enumerable: true,
      writable: true,
    });
    const names: string[] = [];
    for (const name in store) names.push(name);
    const before = JSON.stringify(store);
    const deleted = [delete store.theme, delete store.none];
    const seen = {
      ...{ names: names.sort(), before, deleted, keys: Object.keys(store).sort(), length: store.length },
      spread: { ...store },
      entries: Object.entries(store).sort(),
      inside: ['cart' in store, 'none' in store, 'getItem' in store, Object.hasOwn(store, 'cart')],
      values: [store.cart, store['7'], store.none, store.getItem('made'), store.key(99)],
      one: Object.getOwnPropertyDescriptor(store, 'cart'),
      none: Object.getOwnPropertyDescriptor(store, 'none'),
      own: Reflect.ownKeys(store).map(String).sort(),
    };
    store.clear();
    return { ...seen, emptied: [store.length, Object.keys(store)] };
  });
  expect(seen.keys).toEqual(['7', 'cart', 'made']);
  expect(seen.emptied).toEqual([0, []]);
});

test('local storage is what it was: interface, prototype, identity', async ({ same }) => {
  const seen = await same(() => {
    const attempt = (run: () => unknown) => {
      try {
        return run();
      } catch (error) {
        return (error as Error).name;
      }
    };
    localStorage.setItem('a', '1');
    return [
      localStorage instanceof Storage,
      `${localStorage}`,
      Object.getPrototypeOf(localStorage) === Storage.prototype,
      localStorage === window.localStorage,
      localStorage.getItem === Storage.prototype.getItem,
      attempt(() => Storage.prototype.getItem.call(localStorage, 'a')),
      attempt(() => Reflect.apply(Storage.prototype.setItem, localStorage, ['b', '2'])),
      attempt(() => Object.getOwnPropertyDescriptor(Storage.prototype, 'length')?.get?.call(localStorage)),
      attempt(() => Storage.prototype.getItem.call(sessionStorage, 'a')),
      attempt(() => Object.isExtensible(localStorage)),
      attempt(() => Object.freeze(localStorage)),
      attempt(() => Object.preventExtensions(localStorage)),
      attempt(() => Object.getOwnPropertyDescriptor(window, 'localStorage')?.get?.call({})),
      attempt(() => Object.defineProperty(localStorage, 'got', { get: () => 1 })),
      attempt(() => Object.setPrototypeOf(localStorage, Storage.prototype) === localStorage),
      attempt(() => structuredClone(localStorage)),
      new WeakSet([localStorage]).has(window.localStorage),
    ];
  });
  expect(seen[5]).toBe('1');
});

test('a write into a full store fails as ever', async ({ same }) => {
  const seen = await same(() => {
    const outcome = (run: () => unknown) => {
      try {
        run();
        return 'written';
      } catch (error) {
        return `${error instanceof DOMException} ${(error as Error).name} ${(error as Error).message}`;
      }
    };
    const big = 'x'.repeat(6_000_000);
    return [
      outcome(() => localStorage.setItem('big', big)),
      outcome(() => Object.assign(localStorage, { big })),
    ];
  });
  expect(seen[0]).toContain('QuotaExceededError');
});

test('a storage event carries the very store that the page knows, also from another tab', async ({
  same,
}) => {
  const seen = await same(
    async () => {
      const made = new StorageEvent('storage', { key: 'a', newValue: '1', storageArea: localStorage });
      const heard = new Promise<StorageEvent>((resolve) => {
        addEventListener('storage', resolve, { once: true });
      });
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      frame.contentWindow?.localStorage.setItem('other', 'tab');
      const event = await heard;
      return [
        made.storageArea === localStorage,
        made.key,
        event.storageArea === localStorage,
        event.storageArea instanceof Storage,
        event.key,
        event.newValue,
      ];
    },
    { html: '<iframe src="/tiny.json"></iframe>' },
  );
  expect(seen).toEqual([true, 'a', true, true, 'other', 'tab']);
});

test('cookies, databases and caches of the site itself work', async ({ same }) => {
  const seen = await same(async () => {
    // biome-ignore-start lint/suspicious/noDocumentCookie: this is what is looked at
    document.cookie = 'cart=1; path=/; SameSite=Lax';
    document.cookie = 'gone=1; path=/';
    document.cookie = 'gone=; path=/; max-age=0';
    document.cookie = 'nameless';
    // biome-ignore-end lint/suspicious/noDocumentCookie: until here
    await cookieStore.set('made', '2');
    await cookieStore.set({ name: 'long', value: '3', path: '/' });
    const events: string[] = [];
    const base = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('shop', 3);
      request.onupgradeneeded = ({ oldVersion, newVersion, target }) => {
        events.push(`upgrade ${oldVersion} ${newVersion} ${target === request}`);
        request.result.createObjectStore('goods');
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const cache = await caches.open('pages');
    await cache.put('/x', new Response('kept'));
    return {
      cookies: document.cookie.split('; ').sort(),
      ...{ events, base: [base.name, base.version, ...base.objectStoreNames], caches: await caches.keys() },
      kept: await (await caches.match('/x'))?.text(),
    };
  });
  const nameless = seen.cookies.pop();
  expect(seen.cookies).toEqual(['cart=1', 'long=3', 'made=2']);
  expect(nameless).toMatch(/^nameless=?$/);
});
