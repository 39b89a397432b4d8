/* What the widget hands to the parts that are loaded later. */
import type { ConsentState, Grants, Locale, Via } from '../types.ts';
import type { GuardSetup } from './guard.ts';
import type { Panel } from './panel.ts';
import type { LazyFile, SiteRules } from './rules.ts';

/** What `later-HASH.js` gives back: starting and withdrawal, and the way to the panel. */
export interface Later extends Panel {
  /**
   * Stops what may not run now and erases what is not granted, starts or lets go on what may run, and tells the visitor
   * what cannot be stopped. Returns the ids of those.
   */
  apply(): string[];
}

/** A file of ours puts its entry on its own script element, so that no global name is needed. */
export interface PartScript extends HTMLScriptElement {
  kelisim?: (session: Session) => unknown;
}

/** The visitor's choice on its way to the store; names left out are not granted. */
export type Act = { via: Exclude<Via, 'gpc'>; grants: 'all' | Partial<Grants> };

/** Turns texts into values that pages under `require-trusted-types-for 'script'` accept. */
export interface Trusted {
  createHTML(text: string): string;
  createScript(text: string): string;
  createScriptURL(text: string): string;
}

/** All that a part may see and do. The widget makes it; the parts never reach around it. */
export interface Session {
  /** The open shadow root that holds the notice; its style sheet also serves the parts. */
  root: ShadowRoot;
  rules: SiteRules;
  /** The page's CSP nonce, as our own tag carries it. */
  nonce: string | undefined;
  locale(): Locale;
  setLanguage(locale: Locale): void;
  state(): ConsentState;
  /** False when the decision could not be stored. */
  decide(act: Act): boolean;
  /** Reads the record again, and tells everybody when it has changed. */
  refresh(): void;
  /** Whether this tracker may run now, or this purpose or technology is granted. */
  allows(name: string): boolean;
  /** The same without regard to the page: what is granted stays granted on a protected route. */
  consents(name: string): boolean;
  /** Whether the page is a protected route. */
  isProtected(): boolean;
  /** Whether the browser says no to marketing, and that counts here. */
  hasGpc(): boolean;
  /** Ids of trackers of which anything was started on this page. */
  ran: Set<string>;
  /** Makes values that every page takes, of texts of the site build and addresses of the configuration. */
  trusted: Trusted;
  /** One line on the console for the site's developer. */
  warn(...message: unknown[]): void;
  /** What the guard holds and knows; missing where it is off. */
  guard?: GuardSetup | undefined;
  /** Adds a style sheet to the shadow root. */
  addStyle(css: string): void;
  /** Loads one of our own files; resolves also when that failed, then without an entry. */
  loadScript(file: LazyFile): Promise<PartScript>;
}
