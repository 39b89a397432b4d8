import type { realm } from './scope.ts';

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

/** From what stands in a native's place to the native. */
const natives = new WeakMap<object, object>();

/** Whether a function is not the browser's own any more but ours. */
export const isOurs = (value: object): boolean => natives.has(value);

/** Whether the page, or an extension, had replaced natives before the guard came. */
export let replaced = false;

/** One half of an accessor. */
type Half = 'get' | 'set';

function cover(owner: object, name: string, act: Act, part: Half | 'value'): void {
  const found = getOwnPropertyDescriptor(owner, name);
  const native = found?.[part];
  if (!native) return;
  if (!/\[native code/.test(apply(print, native, []))) replaced = true;
  const { spares } = act;
  found[part] = new Proxy(native, {
    apply: (_native, self, args) =>
      spares?.(args[0], self)
        ? apply(native, self, args)
        : act((other = self) => apply(native, other, args), args, self, name),
    construct: (_native, args, target) =>
      act(() => construct(native, args, target), args, owner, name) as object,
  });
  natives.set(found[part], native);
  if (native.prototype?.constructor === native) native.prototype.constructor = found[part];
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
  hook(win, 'Function', 'toString', (go, _args, self) => go(natives.get(self) ?? self));
