import type { GuardSetup } from '../contract.ts';
import { allows } from './consent/store.ts';
import { emitEvent } from './events.ts';
import { guard, rules } from './site.ts';
import { trusted } from './trusted.ts';
import { warn } from './warn.ts';

/** What the guard and the widget know of each other; nothing is granted before the record is read. */
const setup: GuardSetup = {
  rules: rules.guard as never,
  home: [location.hostname.replace(/^www\./, ''), rules.cookie.domain]
    .join('/ ')
    .replace(/[^/]$/, '$&/')
    .trim(),
  granted: {},
  source: `${guard}`,
  get trusted() {
    return trusted;
  },
  report: (entry) => queueMicrotask(() => emitEvent('held', entry)),
  warn,
};

/** Covers the page. The first thing that happens. */
export function startGuard(): void {
  if (guard) guard(window, setup);
}

/** Everything held so far. */
export const held = () => setup.held ?? [];

/** Whether a withdrawn tracker is cut off whatever its own stop call does. */
export const cuts = (): boolean => !!setup.complete;

/** After each change of the state: what may no longer run ends at once. */
export function tellGuard(): void {
  setup.granted = Object.fromEntries(Object.entries(rules.trackers).filter(([id]) => allows(id)));
  setup.cut?.();
}

/** Gives back what was held and may go on now. */
export const release = () => setup.release?.();
