/**
 * How a vendor's script takes over what its snippet has left on the page, as its documentation says; every name is a
 * path from `window`. Nothing: it looks for nothing.
 */
export interface Manner {
  /** An array: entries are read in order, and from then on its `push` is the vendor's. */
  list?: string;
  /** A function with the array of its calls; the vendor's function takes its place. */
  stub?: { name: string; queue: string };
  /** The same, but the function stays and hands its calls to what the vendor hangs on it under this name. */
  through?: string;
  /** An object of functions that share an array: each call is two entries, its name and its arguments. */
  named?: { name: string; queue: string };
  /** An array with methods that put their calls on it; the vendor puts its own in their place. */
  methods?: string;
  /** A class that gets an array as `q` and is put in the place of that array. */
  wrap?: { list: string; by: string };
  /** Functions that are there when the script is. */
  functions?: string[];
}

/** One call as the vendor sees it: name and arguments; `<now>` for a time in ms, `<date>` for a `Date`. */
export type Call = unknown[];

/** What one preset does on a page where this purpose and it alone are granted, and then taken back. */
export interface Expected {
  takes: Manner;
  /** The script that it is started with; of one that stands in the pages, what stands there. */
  script: string;
  /** How it stands in the pages. */
  markup?: 'script' | 'iframe';
  /** What has to be set before the script comes. */
  globals?: Record<string, unknown>;
  /** Calls that wait for the script. */
  found: Call[];
  /** Calls that are made when it is there. */
  loaded?: Call[];
  stop?: Call[];
  /** Calls when it is granted again on the same page. */
  resume?: Call[];
  flags?: string[];
}

/** What the stand-in of one vendor has to know. */
export interface VendorFacts {
  takes: Manner;
  /** Names whose values are read when its script is put on the page. */
  globals: string[];
  /** Flags; each change of one counts as a call: `['set', NAME, VALUE]`. */
  flags: string[];
  /** Addresses that it reports to. */
  pings: string[];
  /** What it keeps on the page's own origin. */
  stores: { kind: string; name: string }[];
}

/** A script that Kelisim has put on the page, and what was there at that moment. */
export interface Started {
  script: string;
  found: Call[];
  globals: Record<string, unknown>;
}

/** What the page of a test has as `window.standIn`. */
export interface StandIn {
  calls: Call[];
  started: Started[];
  /** How often it was tried to report, and since the vendor's script came to store. Each address has the number. */
  turns: number;
  /** Tells it whose stand-in it is; watches what is started from now on. */
  prepare(facts: VendorFacts): void;
  /** Runs in the vendor's script: takes the calls over, and reports and stores again and again. */
  arrive(): void;
  /** Reports once, as something else on the page might do. */
  report(): void;
}
