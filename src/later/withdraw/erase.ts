import type { StoreKind, TrackerRules } from '../../contract.ts';

/** Expires a cookie in every scope it may have: host-only and each parent domain, each path prefix, each variant. */
function expire(name: string): void {
  const hosts = location.hostname.split('.');
  const domains = hosts.map((_, index) => `;domain=${hosts.slice(index).join('.')}`);
  const parts = location.pathname.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const scopes = paths
    .flatMap((path) => [`;path=${path}`, `;path=${path}/`])
    .flatMap((path) => ['', ...domains].map((domain) => path + domain))
    .flatMap((scope) => ['', ';secure', ';secure;partitioned'].map((variant) => scope + variant));
  for (const scope of scopes) {
    // biome-ignore lint/suspicious/noDocumentCookie: a cookie store is not everywhere and does not name all scopes
    document.cookie = `${name}=;max-age=0${scope}`;
  }
}

/** How the names of one kind are found and erased. */
interface Kind {
  find(plain: string[]): string[] | Promise<string[]>;
  remove(name: string): void;
}

const storage = (open: () => Storage): Kind => ({
  find: () => Object.keys(open()),
  remove: (key) => open().removeItem(key),
});

/** The site's private files. A browser without them rejects, and does not throw. */
const folder = async () => navigator.storage.getDirectory();

/** Files have no kind of their own: the guard takes their names for those of caches. */
async function findFiles(): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const name of (await folder()).keys()) names.push(name);
  } catch {
    // Not every browser has them, nor every window.
  }
  return names;
}

const KINDS: Record<StoreKind, Kind> = {
  cookie: {
    find: () => document.cookie.split('; ').map((pair) => pair.split('=')[0] as string),
    remove: expire,
  },
  localStorage: storage(() => localStorage),
  sessionStorage: storage(() => sessionStorage),
  indexedDB: {
    // Firefox before 126 cannot list databases; those declared without `*` are still found there.
    find: async (plain) =>
      (await indexedDB.databases?.())?.map(({ name }) => name as string) ??
      plain.map((pattern) => pattern.replace(/\\/g, '')),
    remove: (name) => indexedDB.deleteDatabase(name),
  },
  cacheStorage: {
    find: async () => [...(await caches.keys()), ...(await findFiles())],
    remove(name) {
      caches.delete(name);
      folder()
        .then((files) => files.removeEntry(name, { recursive: true }))
        .catch(() => {});
    },
  },
};

/** Something that has names to erase. */
export type Stores = Pick<TrackerRules, 'stores'>;

const declares = (trackers: Stores[], kind: StoreKind) => {
  const patterns = trackers.flatMap(({ stores }) => stores[kind]?.split('|') ?? []);
  const shape = new RegExp(`^(${patterns.join('|')})$`);
  return { patterns, has: (name: string) => patterns.length > 0 && shape.test(name) };
};

/**
 * Whether nothing can be stored here, as in a sandbox. Asked for databases there, Chromium rejects a second promise that
 * nobody can catch, and the site's own log of errors would hold it.
 */
const isNowhere = () => window.origin === 'null' && location.protocol !== 'file:';

/**
 * Erases what `trackers` declare to store, except what `kept` ones declare too. Names that nobody declares are
 * never touched. Cookies of other hosts, `HttpOnly` ones and those of other paths are out of reach.
 */
export function erase(trackers: Stores[], kept: Stores[]): void {
  for (const [kind, { find, remove }] of Object.entries(KINDS) as [StoreKind, Kind][]) {
    const gone = declares(trackers, kind);
    const stays = declares(kept, kind);
    // Opening a storage costs time, so one that nobody uses stays closed.
    if (!gone.patterns.length || isNowhere()) continue;
    const eraseKind = (names: string[]) => {
      for (const name of names) if (gone.has(name) && !stays.has(name)) remove(name);
    };
    try {
      const names = find(gone.patterns);
      if (Array.isArray(names)) eraseKind(names);
      else names.then(eraseKind).catch(() => {});
    } catch {
      // A kind of storage that is forbidden here holds nothing of a tracker's.
    }
  }
}
