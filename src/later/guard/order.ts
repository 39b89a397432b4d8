import type { GuardSetup, Session } from '../../contract.ts';

/** Whether a script before ours is a program, and not one that only puts calls for us into a queue. */
const counts = (script: HTMLScriptElement): boolean =>
  /^$|script|module/.test(script.type) && !/\bkelisim\b/.test(script.text);

/**
 * Says once, on the console and in `kelisim.held()`, what was there before the guard, so that nothing can be promised
 * for it. True when the guard was first.
 */
export function tellOrder({ before, held = [], report }: GuardSetup, warn: Session['warn']): boolean {
  const script = before?.script && counts(before.script) ? before.script : undefined;
  if (!script && !before?.natives) return true;
  const url = script ? script.src.replace(/[?#].*/, '') || 'inline script' : 'native functions';
  const entry = { vector: 'order', url, tracker: 'unknown', held: false };
  held.push(entry);
  report?.(entry);
  warn(`not first on the page, so the guard may miss something: move its tag before this ${url}`);
  return false;
}
