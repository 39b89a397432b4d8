import type { StartItem, Step, StoreKind } from '../contract.ts';
import type { Purpose, Technology } from '../types.ts';

/**
 * How well a fact is known: `V` the vendor's own documentation, `S` the vendor's own source code, `D` an open database
 * or catalogue, `C` several public sites, `U` general knowledge that nobody has checked.
 */
export type Grade = 'V' | 'S' | 'D' | 'C' | 'U';

/**
 * What is known of one vendor, whether a site has declared it or not. Facts only: nothing here is code. Each file
 * says where its facts are from; "open databases" are the Open Cookie Database, Ghostery TrackerDB and the catalogues
 * of tarteaucitron.js and c15t. What it does and why is told in both languages in `locales/`, under `preset.ID`.
 * Legal entities, countries and addresses of privacy pages are general knowledge (grade `U`) until somebody has checked
 * them. What local storage and databases hold stays until it is erased, and session storage for the visit: browsers say
 * so, not vendors.
 *
 * In every text of `start`, `stop`, `resume` and `update`, names of keys too, `{id}` stands for the site's account at the
 * vendor, `{id:number}` for the same as a number, `{options}` for `options`; run-time values are those of `Step`, in
 * `options` too.
 */
export interface Preset {
  /** Lower-case Latin letters, digits and `-`. What a configuration names in `use`, and the tracker's own id there. */
  id: string;
  /** Name for people. */
  name: string;
  /** Who receives the data: legal entity, country (ISO 3166-1, two letters), address of its own privacy page. */
  provider: { name: string; country: string; url: string };
  purpose: Purpose;
  /** Everything it uses; it runs only when all of it is granted. */
  uses: readonly Technology[];
  /**
   * How well the weakest of these facts is known that somebody relies on: loading, calls, names. Single hosts and names
   * that are less certain than the rest, lifetimes and the provider do not count: each file says which.
   */
  grade: Grade;
  /**
   * The site's account at the vendor, `id` in a configuration. `pattern` is the source of a regular expression for the
   * whole of it. Where it is not `verified`, an id of another shape is warned of and not rejected. Absent where the
   * vendor needs none.
   */
  account?: { pattern: string; verified: boolean; example: string };
  /**
   * Everything the vendor's code loads from and reports to: `example.com` with all its subdomains, or
   * `example.com/path` where a host serves other things too. Lower case, no scheme, no port, no `*`.
   */
  hosts: readonly string[];
  /**
   * What it stores; `*` stands for the part that changes, and a name that a second entry covers, too, has a lifetime of
   * its own, as the first one says. `lifetime` as in a configuration: `session`, `until erased`, `13 months`, or
   * `unknown` where no source says. `thirdParty`: on the vendor's own host, out of reach.
   */
  stores: readonly { kind: StoreKind; name: string; lifetime: string; thirdParty?: true }[];
  /** The vendor's options, chosen to save data (no recorder, no matching with contact data); a site may change them. */
  options?: Readonly<Record<string, unknown>>;
  /** Names of options that, when a site sets them to anything but the preset's value, hand over more about people. */
  sensitive?: readonly string[];
  /** Stub first, script last, except where a vendor has no stub. Empty for what stands in the pages by itself. */
  start: readonly StartItem[];
  /** How it is told to stop; `false` where the vendor knows no way: then the guard alone cuts it off. */
  stop: readonly Step[] | false;
  /** Run when it was stopped and is granted again on the same page. */
  resume?: readonly Step[];
  /** Run after each decision while it is granted, and before its start. */
  update?: readonly Step[];
  /** It follows Google Consent Mode: denied before anything of Google's, told of each decision. */
  consentMode?: 'google';
  /** It is a container: what it brings in has to be named by the site (`carries`). */
  container?: true;
}
