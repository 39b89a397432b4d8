/* How a vendor's own snippet is written down as data. */

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
