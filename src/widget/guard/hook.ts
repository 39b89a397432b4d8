import { realm } from './scope.ts';

/** Any window of this site: each has natives of its own. */
export type Realm = typeof realm;

/**
 * Stands in the place of a native function. `go` runs the native with `args`, which may have been changed, and with
 * another `this` where one is given.
 */
// biome-ignore lint/suspicious/noExplicitAny: natives take and give anything
export type Act = (go: (self?: unknown) => any, args: any[], self: any) => unknown;

// Taken before the page can replace them.
const { apply, construct, defineProperty, getOwnPropertyDescriptor } = Reflect;
const print = Function.prototype.toString;

/** Gives an object its inherited methods as its own, so that it works on when the page breaks a prototype. */
export function own<Thing extends object>(thing: Thing, ...names: (keyof Thing)[]): Thing {
  for (const name of names) defineProperty(thing, name, { value: thing[name] });
  return thing;
}

/** From what stands in a native's place to the native. */
const natives = own(new WeakMap<object, object>(), 'get', 'set');

/** Whether a function is not the browser's own any more but ours. */
export const isOurs = (value: object): boolean => !!natives.get(value);

/** Whether the page, or an extension, had replaced natives before the guard came. */
export let replaced = false;

/**
 * Puts `act` in the place of a method, or of one half of an accessor. A Proxy keeps name, length, statics, prototype
 * and what `new` makes; where `owner` or the name is missing in this browser, nothing happens.
 */
export function hook(
  owner: object | undefined,
  name: string,
  act: Act,
  part: 'value' | 'get' | 'set' = 'value',
): void {
  const found = owner && getOwnPropertyDescriptor(owner, name);
  const native = found?.[part];
  if (!native) return;
  if (!/\[native code/.test(apply(print, native, []))) replaced = true;
  found[part] = new Proxy(native, {
    apply: (_native, self, args) => act((other = self) => apply(native, other, args), args, self),
    construct: (_native, args, target) => act(() => construct(native, args, target), args, realm) as object,
  });
  natives.set(found[part], native);
  if (!defineProperty(owner as object, name, found)) replaced = true;
}

/** Lets everything that was covered print as the native that it stands for. */
export const hidePrint = (win: Realm): void =>
  hook(win.Function.prototype, 'toString', (go, _args, self) => go(natives.get(self) ?? self));
