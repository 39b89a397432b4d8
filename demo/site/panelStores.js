/** Reads and erases what the site has stored. */

/** Runs one read that a browser may refuse. */
const attempt = (read) => {
  try {
    return read();
  } catch {
    return [];
  }
};

async function databases() {
  try {
    return (await indexedDB.databases()).map(({ name }) => name);
  } catch {
    return [];
  }
}

const cookieNames = () =>
  document.cookie
    .split('; ')
    .filter(Boolean)
    .map((pair) => pair.split('=')[0]);

/** Names of what is stored now, by kind of store; never a value. */
export async function readStored() {
  return {
    cookie: attempt(cookieNames),
    localStorage: attempt(() => Object.keys(localStorage)),
    sessionStorage: attempt(() => Object.keys(sessionStorage)),
    indexedDB: await databases(),
  };
}

function expire(name, place) {
  // biome-ignore lint/suspicious/noDocumentCookie: the other way is missing on plain http
  document.cookie = `${name}=; Max-Age=0${place}`;
}

function eraseCookies() {
  const labels = location.hostname.split('.');
  const domains = labels.map((_, at) => `; Domain=${labels.slice(at).join('.')}`);
  const folders = location.pathname.split('/').map((_, at, parts) => parts.slice(0, at + 1).join('/'));
  const paths = new Set(['/', ...folders, ...folders.map((folder) => `${folder}/`)]);
  for (const name of cookieNames())
    for (const domain of ['', ...domains])
      for (const path of paths) expire(name, `; Path=${path || '/'}${domain}`);
}

function eraseNow() {
  eraseCookies();
  attempt(() => localStorage.clear());
  attempt(() => sessionStorage.clear());
}

/** Erases all that this page can reach, whoever stored it, and loads the page anew. */
export async function eraseAll() {
  eraseNow();
  // A tracker that is still running may write again until the page is gone.
  addEventListener('pagehide', eraseNow);
  for (const name of await databases()) indexedDB.deleteDatabase(name);
  location.reload();
}
