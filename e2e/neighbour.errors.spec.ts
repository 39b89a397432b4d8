import { test } from './support/neighbour.ts';
import { expect } from './support/test.ts';

/** Functions by their path, with something they may be called on. */
const METHODS: [path: string, self: string][] = [
  ['fetch', 'window'],
  ['Navigator.prototype.sendBeacon', 'navigator'],
  ['XMLHttpRequest.prototype.open', 'new XMLHttpRequest()'],
  ['XMLHttpRequest.prototype.send', 'new XMLHttpRequest()'],
  ['Element.prototype.setAttribute', 'document.createElement("img")'],
  ['Element.prototype.setAttributeNS', 'document.createElement("img")'],
  ['Element.prototype.setAttributeNode', 'document.createElement("img")'],
  ['Element.prototype.setAttributeNodeNS', 'document.createElement("img")'],
  ['NamedNodeMap.prototype.setNamedItem', 'document.createElement("img").attributes'],
  ['Element.prototype.insertAdjacentHTML', 'document.createElement("p")'],
  ['Element.prototype.insertAdjacentElement', 'document.createElement("p")'],
  ['Node.prototype.appendChild', 'document.createElement("p")'],
  ['Node.prototype.insertBefore', 'document.createElement("p")'],
  ['Node.prototype.replaceChild', 'document.createElement("p")'],
  ['Element.prototype.append', 'document.createElement("p")'],
  ['Element.prototype.prepend', 'document.createElement("p")'],
  ['Element.prototype.before', 'document.createElement("p")'],
  ['Element.prototype.after', 'document.createElement("p")'],
  ['Element.prototype.replaceWith', 'document.createElement("p")'],
  ['Element.prototype.replaceChildren', 'document.createElement("p")'],
  ['Range.prototype.createContextualFragment', 'document.createRange()'],
  ['DOMParser.prototype.parseFromString', 'new DOMParser()'],
  ['Document.prototype.importNode', 'document'],
  ['Storage.prototype.setItem', 'localStorage'],
  ['Storage.prototype.getItem', 'localStorage'],
  ['Storage.prototype.removeItem', 'localStorage'],
  ['Storage.prototype.key', 'localStorage'],
  ['IDBFactory.prototype.open', 'indexedDB'],
  ['CacheStorage.prototype.open', 'caches'],
  ['URL.createObjectURL', 'URL'],
  ['URL.revokeObjectURL', 'URL'],
  ['CookieStore.prototype.set', 'cookieStore'],
  ['HTMLFormElement.prototype.submit', 'document.createElement("form")'],
  ['HTMLFormElement.prototype.requestSubmit', 'document.createElement("form")'],
];

/** Accessors that are written, with something they may be called on. */
const SETTERS: [path: string, self: string][] = [
  ...['src', 'srcset'].map((name): [string, string] => [`HTMLImageElement.prototype.${name}`, 'new Image()']),
  ['HTMLScriptElement.prototype.src', 'document.createElement("script")'],
  ['HTMLIFrameElement.prototype.src', 'document.createElement("iframe")'],
  ['HTMLIFrameElement.prototype.srcdoc', 'document.createElement("iframe")'],
  ['HTMLLinkElement.prototype.href', 'document.createElement("link")'],
  ['HTMLMediaElement.prototype.src', 'document.createElement("video")'],
  ['HTMLVideoElement.prototype.poster', 'document.createElement("video")'],
  ['HTMLObjectElement.prototype.data', 'document.createElement("object")'],
  ['Element.prototype.innerHTML', 'document.createElement("p")'],
  ['Element.prototype.outerHTML', 'document.createElement("p")'],
  ['ShadowRoot.prototype.innerHTML', 'document.createElement("p").attachShadow({mode:"open"})'],
  ['Document.prototype.cookie', 'document'],
  ['Attr.prototype.value', 'document.createAttribute("title")'],
];

const CONSTRUCTORS = [
  ...['WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'RTCPeerConnection', 'XMLHttpRequest'],
  ...['StorageEvent', 'Request', 'WebTransport'],
];

/** What callers get wrong; `thrower` throws a RangeError when it is made a text. */
const ARGUMENTS = [
  '[]',
  '[undefined]',
  '[null]',
  '[Symbol("s")]',
  '[thrower]',
  '["name", thrower]',
  '["name", Symbol("s")]',
  '["GET", "http://["]',
  '["http://["]',
  '["foo:bar"]',
  '[1, 2, 3]',
  '[{}]',
];

interface Case {
  /** Shown where it fails. */
  title: string;
  /** An expression. */
  code: string;
}

const calls = (path: string, self: string): Case[] =>
  ARGUMENTS.flatMap((args) =>
    [self, '{}', 'undefined'].map((object) => ({
      title: `${path} on ${object} with ${args}`,
      code: `Reflect.apply(${path}, (${object}), ${args})`,
    })),
  );

const writes = (path: string, self: string): Case[] => {
  const [, owner, name] = /^(.*)\.(\w+)$/.exec(path) ?? [];
  const setter = `Object.getOwnPropertyDescriptor(${owner}, "${name}").set`;
  return calls(setter, self).map(({ title, code }) => ({ title: title.replace(setter, path), code }));
};

const makes = (name: string): Case[] =>
  ARGUMENTS.flatMap((args) => [
    { title: `new ${name} with ${args}`, code: `new ${name}(...${args})` },
    { title: `${name} called with ${args}`, code: `${name}(...${args})` },
  ]);

/** How each case ends: what is returned, thrown or rejected. */
async function endings(cases: Case[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const thrower = {
    toString() {
      throw new RangeError('own');
    },
  };
  const told = (error: Error) => {
    const kind = error.constructor;
    const own = (window as unknown as Record<string, unknown>)[kind.name] === kind;
    return `${kind.name}${own ? '' : ' of another page'}: ${error.name}: ${error.message}`;
  };
  for (const { title, code } of cases) {
    try {
      const result = new Function('thrower', `return ${code}`)(thrower);
      found[title] = `returned ${Object.prototype.toString.call(result)}`;
      if (result instanceof Promise)
        found[title] = await result.then(
          (value) => `resolved ${Object.prototype.toString.call(value)} ${value?.status ?? ''}`,
          (error) => `rejected ${told(error)}`,
        );
      result?.close?.() ?? result?.terminate?.();
    } catch (error) {
      found[title] = `threw ${told(error as Error)}`;
    }
  }
  return found;
}

test('calls that go wrong end with the same error, thrown or as a rejected promise', async ({ same }) => {
  const cases = METHODS.flatMap(([path, self]) => calls(path, self));
  const found = await same(endings, { argument: cases });
  expect(found['fetch on window with [thrower]']).toBe('rejected RangeError: RangeError: own');
});

test('writing what cannot be written ends with the same error', async ({ same }) => {
  const found = await same(endings, { argument: SETTERS.flatMap(([path, self]) => writes(path, self)) });
  expect(found['HTMLImageElement.prototype.src on {} with []']).toMatch(
    /Illegal invocation|does not implement interface/,
  );
});

test('making what cannot be made ends with the same error', async ({ same }) => {
  const found = await same(endings, { argument: CONSTRUCTORS.flatMap(makes) });
  expect(found['WebSocket called with []']).toMatch(/Please use the 'new' operator|'new' is required/);
});

test('document.write on something else, and with a symbol, fails as ever', async ({ same }) => {
  const cases = ['write', 'writeln'].flatMap((name) => [
    { title: `${name} elsewhere`, code: `Document.prototype.${name}.call({}, 'x')` },
    { title: `${name} of a symbol`, code: `document.${name}(Symbol('s'))` },
    { title: `${name} of a thrower`, code: `document.${name}(thrower)` },
  ]);
  const found = await same(endings, { argument: cases });
  expect(found['write of a thrower']).toContain('RangeError: own');
});

/** Expressions with `counter`, an object that counts how often it is made a text. */
const CONVERSIONS = [
  'fetch(counter)',
  'navigator.sendBeacon(counter)',
  'new XMLHttpRequest().open("GET", counter)',
  'document.createElement("img").setAttribute("src", counter)',
  'document.createElement("img").src = counter',
  'document.createElement("script").src = counter',
  'document.createElement("iframe").srcdoc = counter',
  'document.createElement("p").innerHTML = counter',
  'document.body.insertAdjacentHTML("beforeend", counter)',
  'document.cookie = counter',
  'localStorage.setItem(counter, "1")',
  'localStorage.setItem("a", counter)',
  'localStorage.getItem(counter)',
  'indexedDB.open(counter)',
  'caches.open(counter)',
  'new Worker(counter)',
  'new EventSource(counter).close()',
];

test('what is given is made a text as often as by the browser', async ({ same }) => {
  const found = await same(
    (codes: string[]) =>
      codes.map((code) => {
        let count = 0;
        const counter = {
          toString() {
            count += 1;
            return '/tiny.json';
          },
        };
        new Function('counter', code)(counter);
        return `${code}: ${count}`;
      }),
    { argument: CONVERSIONS },
  );
  expect(found[0]).toBe('fetch(counter): 1');
});
