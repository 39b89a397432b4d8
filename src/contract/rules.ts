/* What the site build writes into each file of the browser side. */
import type { Grants, Locale } from '../types.ts';
import type { Told } from './log.ts';
import type { StartItem, Step } from './steps.ts';

/** Where a stored name lives. `cacheStorage` is what service workers call `caches`. */
export type StoreKind = 'cookie' | 'localStorage' | 'sessionStorage' | 'indexedDB' | 'cacheStorage';

/** What starting and withdrawal must know of one tracker. */
export interface TrackerRules {
  id: string;
  /** Name for people. */
  name: string;
  /** Empty when the pages hold its inert markup. */
  start: StartItem[];
  /** Missing: it cannot be stopped on a page where it ran. Empty: nothing of it goes on by itself. */
  stop?: Step[];
  /** Run when it was stopped and is granted again on the same page. */
  resume?: Step[];
  /** Run after each decision while it may run. */
  update?: Step[];
  /** Names to erase: the source of a regular expression for a whole name, alternatives without brackets. */
  stores: Partial<Record<StoreKind, string>>;
}

/** A file next to `kelisim.js`. */
export interface LazyFile {
  /** Name in the folder of our files. */
  path: string;
  /** Subresource integrity value. */
  integrity: string;
}

/** What the guard knows about who is who. */
export interface GuardRules {
  /**
   * `ID HOSTS,NAMES` of each tracker, and of each preset that nobody declared; of an empty ID for what is always let
   * through. A line for each, one text because that is smaller.
   *
   * HOSTS: `host/` or `host/path`, separated by spaces. A host stands for its subdomains, too, a path for everything
   * that begins with it. NAMES: stored names as alternatives of a regular expression, each behind a colon; where only one kind
   * of storage is declared, before it the first letter of this kind (cookie, localStorage, sessionStorage, indexedDB) or `k` for
   * caches, and `?`: so `:name` stands for this name in whatever kind, `c:name` for a cookie of the name.
   */
  known: string;
  /** Only in the mode `strict`: the Content-Security-Policy that holds back what no script can reach. */
  strict?: string;
}

/** One site's configuration as it stands inside `kelisim.js`. */
export interface SiteRules {
  /** Six characters over policy, texts, operator and term, then `~` and three for each tracker of `asked`. */
  revision: string;
  /** Address of the folder of our files, with `/` at its end. */
  base: string;
  termDays: number;
  cookie: { name: string; domain?: string };
  /** The first one is the fallback. */
  locales: Locale[];
  asked: Grants;
  /** What each tracker needs granted beside itself to run, by id: its purpose and its technologies, separated by spaces. */
  trackers: Record<string, string>;
  /**
   * Notice and re-open button in all languages.
   */
  html: string;
  css: string;
  /**
   * Where no tracker may run, whatever was granted: the source of a regular expression, to be tested with the flag `i`
   * against the decoded `location.pathname + location.hash`. Absent where the site has no such pages.
   */
  protected?: string;
  /** Global Privacy Control of a browser does not count. Absent where it is a "no" to marketing. */
  gpc?: 0;
  /** Absent where the guard is off. */
  guard?: GuardRules;
  /** Absent in the file that was built without a configuration. */
  later?: LazyFile;
}

/** The rules as they stand inside `later-HASH.js`. */
export interface LaterSite {
  trackers: TrackerRules[];
  /** What Google's tags are told after each decision; absent where no tracker follows Google Consent Mode. */
  google?: readonly Step[];
  /** What known trackers stored before the banner stays until the first decision. Absent: it is erased before. */
  keep?: true;
  /**
   * Names to erase that no tracker of the site has, written as `TrackerRules.stores`: what the site lists, and what
   * vendors store that the site does not declare any more.
   */
  erase?: Partial<Record<StoreKind, string>>;
  /** Where each decision is posted, and what goes with it; absent where the site keeps no log. */
  log?: { url: string; told: Told } | undefined;
  /** The message that names trackers which go on running, in all languages. */
  html: string;
  /** The re-open button, and its style sheet. */
  reopen: string;
  reopenCss: string;
  /** What stands in the place of an embed, in all languages, by id of its tracker; and its style sheet. */
  placeholders: Record<string, string>;
  placeholderCss: string;
  /** Says on the first layer that the browser's Global Privacy Control counts; absent where it does not. */
  gpc?: Partial<Record<Locale, string>>;
  preferences: LazyFile;
}

/** The files of the second layer as they stand inside `preferences-HASH.js`. */
export interface PanelFiles {
  locales: Locale[];
  details: Partial<Record<Locale, LazyFile>>;
  policy: Partial<Record<Locale, LazyFile>>;
}
