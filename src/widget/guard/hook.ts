import { mentions } from './judge.ts';
import { realm } from './scope.ts';

/** Any window of this site: each has natives of its own. */
export type Realm = typeof realm;

/**
 * Stands in the place of the native `name`. `go` runs it with `args`, which may have been changed, and with another
 * `this` where one is given.
 */
export interface Act {
  // biome-ignore lint/suspicious/noExplicitAny: natives take and give anything
  (go: (self?: unknown) => any, args: any[], self: any, name: string): unknown;
  /** Whether the native may run at once, by its first argument: for what pages call a hundred thousand times. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  spares?(first: any, self: any): unknown;
}

// Taken before the page can replace them.
const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
const print = Function.prototype.toString;

const { trustedTypes } = realm as unknown as {
  trustedTypes?: Record<'isHTML' | 'isScriptURL', (what: unknown) => boolean>;
};

/**
 * The text that an argument stands for. An object is replaced by it, because it might say something else when the
 * browser asks again; what cannot be made a text stays, for the browser to say so, and so does what a page with
 * Trusted Types has approved.
 */
// biome-ignore lint/suspicious/noExplicitAny: natives take anything
export function once(args: any, at = 0): unknown {
  const given = args[at];
  // Strings are one already, symbols the browser refuses, and nothing stays nothing.
  const isObject = given !== null && typeof given < 's';
  try {
    if (isObject && !trustedTypes?.isHTML(given) && !trustedTypes?.isScriptURL(given)) args[at] = `${given}`;
  } catch {}
  return args[at];
}

/**
 * What the guard knows of an object, kept where nobody else sees it: of what stands in a native's place the native, of
 * a storage the pair it belongs to, of an `XMLHttpRequest` what it was opened with. Goes on working when the page
 * breaks `WeakMap.prototype`.
 */
// biome-ignore lint/suspicious/noExplicitAny: each owner knows what it has put there
export const notes: WeakMap<object, any> = new WeakMap();
// biome-ignore-start lint/correctness/noSelfAssign: from the prototype to the object itself
notes.get = notes.get;
notes.set = notes.set;
// biome-ignore-end lint/correctness/noSelfAssign: until here

/** Whether the page, or an extension, had replaced natives before the guard came. */
export let replaced = false;

/** One half of an accessor. */
type Half = 'get' | 'set';

function cover(owner: object, name: string, act: Act, part: Half | 'value'): void {
  const own = getOwnPropertyDescriptor(owner, name);
  if (!own) return;
  // Without a prototype, here and below, because the page can put a `get` there.
  const found = { __proto__: null, ...own } as PropertyDescriptor;
  const native = found[part];
  if (!native) return;
  if (!/\[native code/.test(apply(print, native, []))) replaced = true;
  const { spares } = act;
  const run = (args: unknown[], self: unknown, target?: unknown) => {
    // What the native gave; before it ran `act`, and while it runs `go`.
    let result: unknown = act;
    const go = (other = self) => {
      result = go;
      result = target ? construct(native, args, target as never) : apply(native, other, args);
      return result;
    };
    try {
      return act(go, args, self, name);
    } catch (cause) {
      // The native's own error, or the guard's own after it: the native never runs twice.
      if (result === go) throw cause;
      if (result !== act) return result;
      return mentions(args[0]) || mentions(args[1]) || mentions(args[2])
        ? undefined
        : go(notes.get(self as object)?.real);
    }
  };
  const proxy = new Proxy(native, {
    __proto__: null,
    apply(_native, self, args) {
      let isSpared: unknown;
      try {
        isSpared = spares?.(args[0], self);
      } catch {
        // Then it is looked at.
      }
      return isSpared ? apply(native, self, args) : run(args, self);
    },
    construct: (_native, args, target) => run(args, owner, target) as object,
  } as ProxyHandler<typeof native>);
  notes.set(proxy, native);
  if (native.prototype?.constructor === native) native.prototype.constructor = proxy;
  found[part] = proxy;
  if (!defineProperty(owner, name, found)) replaced = true;
}

/**
 * Puts `act` in the place of natives: `names` (by spaces) of `home` itself, or of the prototypes of these interfaces
 * of it (`Element Document`, after them a half of an accessor where it is one: `Document.set`). A Proxy keeps name,
 * length, statics, prototype and what `new` makes; what is missing in this browser is passed over.
 */
export function hook(home: object, of: string, names: string, act: Act): void {
  const [faces = '', half = 'value'] = of.split('.');
  for (const face of faces.split(' ')) {
    const owner = face ? (home as Record<string, { prototype: object } | undefined>)[face]?.prototype : home;
    for (const name of names.split(' ')) if (owner) cover(owner, name, act, half as Half);
  }
}

/** Lets everything that was covered print as the native that it stands for. */
export const hidePrint = (win: Realm): void =>
  hook(win, 'Function', 'toString', (go, _args, self) => go(notes.get(self) ?? self));
