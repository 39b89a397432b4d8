import { expect, type Page, type Site, test } from './support/test.ts';

/** What a page breaks after the guard has started: each a text that runs in the page. */
const SABOTAGE: Record<string, string> = {
  URL: 'window.URL = window.webkitURL = fail',
  'URL getters': 'breakAll(URL.prototype)',
  Array: 'breakAll(Array.prototype)',
  'array iteration': 'Array.prototype[Symbol.iterator] = fail',
  'RegExp methods': 'breakAll(RegExp.prototype)',
  'RegExp symbols':
    'for (const name of ["match", "replace", "split", "search", "matchAll"]) RegExp.prototype[Symbol[name]] = fail',
  String: 'breakAll(String.prototype)',
  'string searches that find nothing': 'String.prototype.includes = String.prototype.indexOf = () => false',
  'Map and Set': 'breakAll(Map.prototype); breakAll(Set.prototype); Set.prototype[Symbol.iterator] = fail',
  'weak collections': 'breakAll(WeakMap.prototype); breakAll(WeakSet.prototype)',
  Reflect: 'breakAll(Reflect)',
  JSON: 'breakAll(JSON)',
  'Function methods': 'breakAll(Function.prototype)',
  'Object functions': 'breakAll(Object)',
  'Object.prototype':
    'Object.defineProperty(Object.prototype, "tracker", { value: "own", enumerable: true, configurable: true }); Object.defineProperty(Object.prototype, "get", { value: fail, configurable: true })',
  Proxy: 'window.Proxy = fail',
  'Promise functions': 'Promise.resolve = fail; Promise.reject = fail',
  Response: 'window.Response = fail',
  Element:
    'for (const name of ["getAttribute", "hasAttribute", "removeAttribute", "matches", "closest", "querySelectorAll"]) Element.prototype[name] = fail',
  'element getters':
    'for (const name of ["attributes", "localName", "tagName"]) Object.defineProperty(Element.prototype, name, { get: fail, configurable: true })',
  'node getters':
    'for (const name of ["parentNode", "nodeType", "isConnected", "nextSibling"]) Object.defineProperty(Node.prototype, name, { get: fail, configurable: true })',
  'document.baseURI': 'Object.defineProperty(Node.prototype, "baseURI", { get: fail, configurable: true })',
  MutationObserver: 'window.MutationObserver = fail; MutationRecord && breakAll(MutationRecord.prototype)',
  'console and reports':
    'breakAll(console); window.reportError = fail; document.dispatchEvent = fail; window.CustomEvent = fail',
  'array setters': 'Object.defineProperty(Array.prototype, 0, { set: fail, configurable: true })',
};

const SETUP = `
  window.failed = 0;
  window.fail = function () { window.failed += 1; throw new Error('broken by the page'); };
  window.breakAll = (owner) => {
    const { getOwnPropertyNames, getOwnPropertyDescriptor, defineProperty } = window.kept;
    const names = getOwnPropertyNames(owner);
    for (let at = 0; at < names.length; at += 1) {
      const found = getOwnPropertyDescriptor(owner, names[at]);
      if (names[at] === 'constructor' || !found.configurable) continue;
      if (found.get) defineProperty(owner, names[at], { configurable: true, get: fail, set: found.set });
      else if (typeof found.value === 'function') defineProperty(owner, names[at], { configurable: true, writable: true, value: fail });
    }
  };
  window.kept = { getOwnPropertyNames: Object.getOwnPropertyNames, getOwnPropertyDescriptor: Object.getOwnPropertyDescriptor, defineProperty: Object.defineProperty };
`;

/** Tries all that a page can with loops and plain calls alone: what it broke is broken for itself, too. */
const TRY = `
  window.tryAll = (base, ids) => {
    const each = (run) => { try { run(); } catch (error) { window.errors += error + '; '; } };
    for (let at = 0; at < ids.length; at += 1) {
      const make = (tag) => document.createElement(tag);
      const script = base + ids[at].script, ping = base + ids[at].ping, frame = base + ids[at].frame;
      each(() => { const one = make('script'); one.src = script; document.head.appendChild(one); });
      each(() => { const one = make('script'); one.setAttribute('src', script + '?2'); document.head.appendChild(one); });
      each(() => { new Image().src = ping + '?1'; });
      each(() => { const one = make('div'); document.body.appendChild(one); one.innerHTML = '<img src="' + ping + '?2">'; });
      each(() => { document.body.insertAdjacentHTML('beforeend', '<img src="' + ping + '?3">'); });
      each(() => { navigator.sendBeacon(ping + '?4', 'x'); });
      each(() => { fetch(ping + '?5', { mode: 'no-cors' }); });
      each(() => { const one = new XMLHttpRequest(); one.open('GET', ping + '?6'); one.send(); });
      each(() => { const one = make('iframe'); one.src = frame + '?7'; document.body.appendChild(one); });
      each(() => { document.cookie = ids[at].cookie + '=1'; });
      each(() => { localStorage.setItem(ids[at].key, '1'); });
      each(() => { localStorage[ids[at].field] = '1'; });
      each(() => { sessionStorage[ids[at].field] = '1'; });
    }
  };
`;

/** What has to arrive, whatever is broken. */
const OWN = [
  '/own.gif?1',
  '/own.gif?2',
  '/own.gif?3',
  '/own.gif?5',
  '/own.gif?6',
  '/own.html?7',
  '/own.js',
  '/own.js?2',
  '/own.js?last',
];

/** The page tells by an address of its own: what the test itself would use to ask it may be broken. */
const TOLD = '/own.gif?errors=';

/** What has to be stored, whatever is broken, and nothing else. */
const STORED = { cookies: ['own'], local: ['cart', 'theme'], session: ['theme'], databases: [] };

const script = { type: 'text/javascript' };

/** A page that breaks something and then tries a tracker's addresses and those of the site itself. */
async function visit(page: Page, site: Site, sabotage: string): Promise<string> {
  const answered: string[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.pathname.startsWith('/own')) answered.push(url.pathname + url.search);
  });
  // Nothing is erased while its file does not come.
  await page.route('**/later-*', () => {});
  site.add('/own.js', 'window.ran = (window.ran || 0) + 1', script);
  site.add('/own.html', '<p>Өз бетіміз</p>');
  site.add('/own.gif', 'GIF89a', { type: 'image/gif' });
  const ids = JSON.stringify([
    {
      ...{ script: '/sanaq.js', ping: '/sanaq/ping', frame: '/sanaq/frame' },
      ...{ cookie: '_sq_id', key: '_sq_queue', field: '_sq_field' },
    },
    {
      ...{ script: '/izdeu-base.js', ping: '/izdeu/ping.gif', frame: '/izdeu/frame' },
      ...{ cookie: '_iz_uid', key: '_iz_last', field: '_iz_last' },
    },
  ]);
  const own = JSON.stringify([
    {
      ...{ script: '/own.js', ping: '/own.gif', frame: '/own.html' },
      ...{ cookie: 'own', key: 'cart', field: 'theme' },
    },
  ]);
  const code = `window.errors = ''; ${SETUP}${TRY}${sabotage}; tryAll('TRACKER', ${ids}); const bad = errors; errors = ''; tryAll('', ${own}); new Image().src = '/own.gif?errors=' + errors;`;
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><head>TAG<title>Бет</title></head><body><h1>Бет</h1><script>${code}</script><script src="/own.js?last"></script></body></html>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  await expect
    .poll(() => [...OWN, TOLD].filter((path) => !answered.some((found) => found.startsWith(path))))
    .toEqual([]);
  return answered.find((path) => path.startsWith(TOLD))?.slice(TOLD.length) ?? 'nothing was told';
}

for (const [title, sabotage] of Object.entries(SABOTAGE))
  test(`with ${title} broken by the page, trackers stay silent and the site works`, async ({
    page,
    site,
  }) => {
    test.fail(
      title === 'Object.prototype',
      'with a `get` on Object.prototype, a property of local storage cannot be written: the browser hands us a descriptor that inherits it',
    );
    expect(await visit(page, site, sabotage)).toBe('');
    expect(site.requests().map(({ path }) => path)).toEqual([]);
    // Asked on a page on which nothing is broken.
    await page.goto(`${site.siteUrl}/own.html`);
    expect(await site.stored(page)).toEqual(STORED);
  });
