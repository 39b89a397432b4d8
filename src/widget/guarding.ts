import type { GuardSetup } from '../contract.ts';
import type { Held } from '../types.ts';
import { allows } from './consent/store.ts';
import { emitEvent } from './events.ts';
import { ran } from './gate/gate.ts';
import { guard, rules } from './site.ts';
import { trusted } from './trusted.ts';

/** What the guard and the widget know of each other; undefined where the guard is off. */
export let setup: GuardSetup | undefined;

/** Covers the page, before anything else. Nothing is granted before the record is read. */
export function startGuard(): void {
  if (!guard) return;
  setup = {
    rules: rules.guard as never,
    home: `${location.hostname.replace(/^www\./, '')}/ ${rules.cookie.domain ?? location.hostname}/`,
    granted: {},
    source: `${guard}`,
    trusted,
    ran,
    programs: new Set(),
    report: (entry) => queueMicrotask(() => emitEvent('held', entry)),
  };
  guard(window, setup);
}

/** Tells the guard after each change what may run: from then on it lets that through and nothing else. */
export function tellGuard(): void {
  if (!guard || !setup) return;
  setup.trusted = trusted;
  setup.granted = Object.fromEntries(Object.entries(rules.trackers).filter(([id]) => allows(id)));
}

/** Everything held so far. */
export const held = (): Held[] => (guard && setup?.held) || [];
