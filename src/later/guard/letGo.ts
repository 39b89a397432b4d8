import type { Guarded, GuardSetup } from '../../contract.ts';

/** Gives back, in their order, what the guard has held and what may go on now: elements, then what was to be stored. */
export function letGo({ waiting = [], writes = {}, offends, trusted }: GuardSetup): void {
  for (const element of waiting.splice(0)) {
    const { type, ...written } = element.kelisimHeld ?? {};
    const tag = element.localName;
    const entries = Object.entries(written);
    if (entries.some(([name, value]) => offends?.(tag, name, value))) {
      waiting.push(element);
      continue;
    }
    element.kelisimHeld = {};
    if (type !== undefined) wake(element as Guarded & HTMLScriptElement, `${type}`);
    for (const [name, value] of entries)
      element.setAttribute(
        name,
        tag === 'script' ? (trusted.createScriptURL(`${value}`) as string) : `${value}`,
      );
  }
  for (const [name, write] of Object.entries(writes)) {
    delete writes[name];
    write();
  }
}

/** A script that the parser has given up has become one that waits for nobody: it gets back its place in the row. */
function wake(script: HTMLScriptElement, type: string): void {
  if (type) script.type = type;
  else script.removeAttribute('type');
  if (!script.hasAttribute('async')) script.async = false;
}
