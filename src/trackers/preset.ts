import type { StoreKind } from '../contract.ts';

/**
 * What is known of one vendor, whether a site has declared it or not. Facts only: nothing here is ever run. Each file
 * says where its facts are from; "open databases" are the Open Cookie Database, Ghostery TrackerDB and the catalogues
 * of tarteaucitron.js and c15t.
 */
export interface Preset {
  /** Lower-case Latin letters, digits and `-`. The name a configuration may take over as its own id. */
  id: string;
  /** Name for people. */
  name: string;
  /**
   * Everything the vendor's code loads from and reports to: `example.com` with all its subdomains, or
   * `example.com/path` where a host serves other things too. Lower case, no scheme, no port, no `*`.
   */
  hosts: readonly string[];
  /** What it stores on the site's own origin; `*` stands for the part that changes. */
  stores: readonly { kind: StoreKind; name: string }[];
}
