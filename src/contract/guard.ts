/* What the guard and the widget know of each other. */
import type { Held } from '../types.ts';
import type { GuardRules } from './rules.ts';

/** What the guard gets from the widget, and where it puts what it can do. */
export interface GuardSetup {
  rules: GuardRules;
  /** The site's own hosts, in the form of the rules' HOSTS. */
  home: string;
  /** Everything that a tracker needs, as in `SiteRules.trackers`, while it may run. Throws when nobody can tell. */
  may(id: string): string | undefined;
  /** In a worker, which cannot ask: what `may` gives, by id. */
  granted?: Record<string, string>;
  /** The guard's own text, for workers. What follows is missing there. */
  source: string;
  /** Makes values that a page with Trusted Types takes. */
  trusted: { createHTML(text: string): string; createScriptURL(text: string): string };
  report?(entry: Held): void;
  /** One line on the console for the site's developer. */
  warn?(message: string): void;
  /** Ids of trackers of which anything was let through on this page. */
  ran?: Set<string>;
  /** Everything held so far. */
  held?: Held[];
  /** What was there before the guard, so that nothing can be promised for it. */
  before?: { script: HTMLScriptElement | undefined; natives: boolean };
  /** Elements that go on when they are granted, in their order on the page. */
  waiting?: Guarded[];
  /** What was to be stored, by kind and name: each stores it if it may now, and else keeps it. */
  writes?: Record<string, () => unknown>;
  /** What lasts and was let through: each ends it when it may no longer go on, and gives true then. */
  live?: (() => unknown)[];
  /** Whether this attribute of such an element asks for something that has to be held back. */
  offends?(tag: string, name: string, value: unknown): unknown;
  /** Covers a window, where it is one of this site. */
  enter?(place: unknown): void;
  /** Takes from an element what it must not ask for now, and ends what it is showing. */
  disarm?(element: Element): void;
  /** Name of the channel on which the workers of this page hear what is granted; from the first worker on. */
  channel?: string;
  /** Tells every worker of this page what is granted now. */
  tellWorkers?(): void;
}

/** What an element was to ask for, by attribute; `type` is there for a script that came from the parser. */
export type Kept = Record<string, unknown>;

/** An element that the guard has kept something back of. */
export interface Guarded extends Element {
  kelisimHeld?: Kept;
}

/** The guard: covers `scope`, a window or worker, from now on. */
export type Guard = (scope: unknown, setup: GuardSetup) => void;
