/**
 * The model and the public API. This file is shipped word for word as `kelisim.d.ts`, so it holds types only.
 */

/** How a tracker keeps or sends data. `localStorage` also stands for session storage and IndexedDB. */
export type Technology = 'cookies' | 'pixels' | 'localStorage';

/** What a tracker is for. One tracker has one purpose. */
export type Purpose = 'analytics' | 'marketing' | 'support' | 'media' | 'antifraud';

/** Language of the notice. */
export type Locale = 'kk' | 'ru';

/** What the widget can show: the first layer, the second layer, or the privacy policy inside the second layer. */
export type View = 'notice' | 'preferences' | 'policy';

/** The act that led to a decision. `withdraw` is the same act in the interface and through the API. */
export type Via = 'accept' | 'refuse' | 'save' | 'withdraw' | 'api' | 'gpc';

/** A set of permissions. A tracker runs only if its purpose, its id and every technology it uses are in it. */
export interface Grants {
  purposes: Purpose[];
  technologies: Technology[];
  /** Tracker ids as written in the configuration. */
  trackers: string[];
}

/** Proof of one decision. */
export interface ConsentRecord {
  /** Format of the record. */
  v: 1;
  /** Receipt number: 20 random hexadecimal digits, made at the first decision and kept when the decision is changed. */
  id: string;
  /** When the decision was made, ISO 8601, UTC. */
  at: string;
  /** When it ends, ISO 8601, UTC. */
  until: string;
  /**
   * Hash of everything the visitor was told: six characters for policy, texts, operator and term, then three for
   * each tracker of `asked.trackers`, in that order, separated by `~`.
   */
  revision: string;
  /** The language the visitor read when deciding. */
  locale: Locale;
  via: Via;
  /** What the visitor was asked about: keeps "refused" apart from "never asked". */
  asked: Grants;
  granted: Grants;
}

/** Where the visitor stands. In `undecided` nothing optional runs and the notice is shown. */
export type ConsentState =
  | { phase: 'undecided'; why: 'first-visit' | 'expired' | 'revision' | 'unreadable' }
  | { phase: 'decided'; record: ConsentRecord };

/** Something that the guard held back, or let through without knowing whose it is. */
export interface Held {
  /**
   * How it was tried: the element (`script`, `img`, `iframe`, `link`, …), the call (`fetch`, `xhr`, `beacon`,
   * `websocket`, `eventsource`, `webrtc`, `worker`, `form`), the kind of storage (`cookie`, `localStorage`,
   * `sessionStorage`, `indexedDB`, `cacheStorage`), `csp` for what only the browser itself could hold, or `order`:
   * this script or native function was there before the guard, so that nothing can be promised for it.
   */
  vector: string;
  /** The address without query and fragment, or the stored name. */
  url: string;
  /** Id of the tracker, or of a known vendor that the configuration does not declare, or `unknown`. */
  tracker: string;
  /** False: let through, because in the mode `known` what nobody knows is only reported. */
  held: boolean;
}

/** What each event carries, on `document` as `kelisim:NAME` (in `detail`) and through `kelisim.on(NAME)`. */
export interface KelisimEvents {
  /** Once per page view, when the record has been read. */
  ready: { state: ConsentState };
  /** Each time the first layer is shown. */
  notice: { locale: Locale };
  /** After each change of the state, when withdrawn trackers were stopped and what they stored was erased. */
  decided: {
    state: ConsentState;
    previous: ConsentState;
    /** Ids of withdrawn trackers that go on: they cannot be stopped on this page, or not before their script is there. */
    running: string[];
  };
  /** Each time the guard holds, or lets through, something it has not reported on this page yet. */
  held: Held;
}

/** One call made before `kelisim.js` was there: `['accept']`, `['on', 'decided', f]`, or a function. */
export type QueuedCall =
  | ((kelisim: Kelisim) => void)
  | readonly [method: keyof Omit<Kelisim, 'state'>, ...parameters: unknown[]];

/** `window.kelisim`. No method throws into the page. */
export interface Kelisim {
  readonly state: ConsentState;
  /** Whether this tracker may run now, or this purpose or technology is granted. Unknown names: false. */
  allows(name: string): boolean;
  /** Grants all that is asked. False when the decision could not be stored: then nothing runs. */
  accept(): boolean;
  /** Grants nothing. False when the decision could not be stored: nothing runs all the same. */
  refuse(): boolean;
  /** Grants exactly these names; a missing list grants nothing of its kind, a name never asked about is left out. */
  save(choice: Partial<Grants>): boolean;
  /** Takes everything back: stops and erases at once. */
  withdraw(): boolean;
  /** Shows a view; `preferences` when left out. */
  open(view?: View): void;
  /** Hides what is shown. Closing decides nothing. */
  close(): void;
  /** Switches the language of the widget and remembers it. */
  setLanguage(locale: Locale): void;
  /** The record in force, or undefined while undecided. */
  record(): ConsentRecord | undefined;
  /**
   * Takes over a record that was made elsewhere, such as in the app around a WebView: the value of the record cookie, as it
   * was set there. False, and nothing changes, when it is cut or altered, its term is over, or it is no answer to all that
   * this page asks.
   */
  restore(value: string): boolean;
  /** What the guard held back on this page so far, each once, oldest first. Empty where the guard is off. */
  held(): Held[];
  /** Calls `listener` on each such event until the returned function is called. `ready` is also told late. */
  on<Name extends keyof KelisimEvents>(
    event: Name,
    listener: (detail: KelisimEvents[Name]) => void,
  ): () => void;
  /** Runs calls; before the widget is there, an array in its place collects them. */
  push(...calls: QueuedCall[]): void;
}

declare global {
  /** The same as `window.kelisim`. */
  var kelisim: Kelisim;
  interface Window {
    kelisim: Kelisim;
  }
  interface DocumentEventMap {
    'kelisim:ready': CustomEvent<KelisimEvents['ready']>;
    'kelisim:notice': CustomEvent<KelisimEvents['notice']>;
    'kelisim:decided': CustomEvent<KelisimEvents['decided']>;
    'kelisim:held': CustomEvent<Held>;
  }
}
