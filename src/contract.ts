/**
 * What the site build hands to the widget and the widget to the preferences panel. Kept apart from `types.ts`
 * because that file is published and these shapes are not a promise to anyone outside.
 */
import type { ConsentRecord, ConsentState, Grants, Held, Locale, Purpose, Technology, Via } from './types.ts';

/** A path of names from `window`, such as `ym`, `sanaq.stop` or `ga-disable-G-1`. Names are split at dots. */
type Path = string;

/**
 * What a vendor's own snippet does in code, as data. In every value a text may be `{now}` (ms since 1970), `{date}`
 * (the moment as a `Date`), `{page}` (address of the page without query and fragment) or `{if marketing cookies}`
 * (`granted` when all of these purposes, technologies and trackers are granted, else `denied`); each stands for a whole
 * value and is filled in when the step runs.
 */
export type Step =
  /** Calls a function; fails where there is none. */
  | { call: Path; args?: unknown[] }
  /** Sets a value; the objects on the way there must exist. */
  | { set: Path; to: unknown }
  /** Gives a value a second name. */
  | { alias: Path; of: Path }
  /** Makes an empty array where nothing is. */
  | { list: Path }
  /**
   * Makes, where nothing is, a function that keeps its calls in the array `queue` (made where it is missing), from which
   * the vendor's script takes them. A call is kept as its `arguments` object, as a `list` of them, `timed`: a list with
   * the time in ms in front, or `named`: the stub's last name and then the `arguments` object, as two entries. When the
   * vendor has put a function on the stub under the name `through`, that one is called instead.
   */
  | { stub: Path; queue: Path; keeps?: 'arguments' | 'list' | 'timed' | 'named'; through?: string }
  /** Gives an array methods that each put `[NAME, ...arguments]` on it. */
  | { methods: Path; names: string[] }
  /** Puts in the place of an array an object of the vendor's class `by`, made from `options` with the array as `q`. */
  | { wrap: Path; by: Path; options: Record<string, unknown> };

/** What starts a tracker, in order: steps, scripts (one that is not `async` is waited for), pixels. */
export type StartItem =
  | Step
  | {
      script: string;
      async?: boolean;
      defer?: boolean;
      module?: boolean;
      integrity?: string;
      attributes?: Record<string, string>;
    }
  | { pixel: string };

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
   * that begins with it. NAMES: stored names as alternatives of a regular expression, each behind the first letter
   * of its kind (cookie, localStorage, sessionStorage, indexedDB), `k` for caches, or `.` for any.
   */
  known: string;
  /** Only in the mode `strict`: the Content-Security-Policy that holds back what no script can reach. */
  strict?: string;
}

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
  /** Tells every worker of the site what is granted now. */
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
  /** What each tracker needs granted to run, by id: its purpose, its id and its technologies, separated by spaces. */
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

/** What every visitor of a build is told beside the record; the site build writes it, the consent log keeps it. */
export interface Told {
  /** Full legal name of the operator. */
  operator: { kk: string; ru?: string | undefined };
  /** Business identification number of the operator: 12 digits. */
  bin: string;
  /** The decision that approved the privacy policy; `date` such as `2020-03-10`. */
  policy: { protocol: string; date: string };
  /** Who gets data by each tracker that is asked about: legal entity and country (ISO 3166-1, two letters). */
  parties: { tracker: string; name: string; country: string }[];
  /** Whether data is made public: never. */
  published: false;
  /** Version of Kelisim that built the files. */
  version: string;
}

/** One decision on its way to the consent log. */
export interface LogPost {
  record: ConsentRecord;
  told: Told;
  /** Origin of the page of the decision, such as `https://www.akshamat.kz`. */
  origin: string;
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

/** The files of the second layer as they stand inside `preferences-HASH.js`. */
export interface PanelFiles {
  locales: Locale[];
  details: Partial<Record<Locale, LazyFile>>;
  policy: Partial<Record<Locale, LazyFile>>;
}

/** Texts of the panel: static strings; `{{name}}` is filled in by the panel. */
export type PanelTexts = Record<string, string>;

/** One tracker as the visitor reads about it. */
export interface TrackerDetails {
  id: string;
  name: string;
  description: string;
  purpose: Purpose;
  uses: Technology[];
  provider: string;
  country: string;
  /** Address of the provider's own privacy page. */
  url?: string;
  /** Stored names with kind and lifetime in words. */
  stores: { name: string; kind: string; lifetime: string; note?: string }[];
  /** Says that it cannot be stopped on a page. */
  note?: string;
}

/** `details.LOCALE-HASH.json`: everything the panel shows, in one language. */
export interface Details {
  locale: Locale;
  texts: PanelTexts;
  /** Names of months for dates, January first. */
  months: string[];
  technologies: { id: Technology; name: string; definition: string; source: string }[];
  purposes: { id: Purpose; name: string; description: string }[];
  trackers: TrackerDetails[];
  /** Facts the law asks for, as label and value; `href` makes the value a link. */
  facts: { label: string; value: string; href?: string }[];
  necessary: { name: string; description: string }[];
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

/** What the panel gives back. */
export interface Panel {
  /** Resolves when the view is there; rejects when its texts did not load. */
  open(view: 'preferences' | 'policy'): Promise<void>;
  close(): void;
  /** Draws again: state or language has changed. */
  refresh(): void;
}
