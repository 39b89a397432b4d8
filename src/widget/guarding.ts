import type { GuardSetup } from '../contract.ts';
import type { Held } from '../types.ts';
import { allows } from './consent/store.ts';
import { emitEvent } from './events.ts';
import { guard, rules } from './site.ts';
import { trusted } from './trusted.ts';
import { attempt, warn } from './warn.ts';

/** Ids of trackers of which anything was started on this page. */
export const ran = new Set<string>();

/** What the guard and the widget know of each other; undefined where the guard is off. */
export let setup: GuardSetup | undefined;

/** Covers the page, before anything of it runs. */
export function startGuard(): void {
  if (!guard) return;
  setup = {
    rules: rules.guard as never,
    home: `${location.hostname.replace(/^www\./, '')}/ ${rules.cookie.domain ?? location.hostname}/`,
    // Throws until the record is read, which is a no.
    may: (id) => (allows(id) ? rules.trackers[id] : undefined),
    source: `${guard}`,
    get trusted() {
      return trusted;
    },
    ran,
    warn,
    report: (entry) => queueMicrotask(() => emitEvent('held', entry)),
  };
  attempt(() => (guard as NonNullable<typeof guard>)(window, setup as GuardSetup));
}

/** Everything held so far. */
export const held = (): Held[] => setup?.held ?? [];
