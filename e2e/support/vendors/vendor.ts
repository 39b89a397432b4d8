import type { TrackerConfig } from '../../../src/site/schema.ts';

/** One answer of a vendor's server. */
export interface Reply {
  body: string;
  type?: string;
}

/** What a library sends and keeps on an ordinary page; `*` stands for the part that changes. */
export interface Traces {
  /** Method and path, such as `POST /e/`. */
  requests: string[];
  /** Kind and name, such as `cookie _sp_id.*`. */
  stored: string[];
}

/** A tracker library from npm, served and answered as its vendor does. */
export interface Vendor {
  id: string;
  /** A loopback address of its own, so that `hosts` is one address. */
  host: string;
  /** Its files: path on the vendor's server → file in `node_modules`; any other path stays as it is. */
  file(path: string): string;
  /** What its server answers to everything else; undefined is an empty 200. `path` has no query. */
  answer?(path: string): Reply | undefined;
  /** What a site pastes into its pages, as the vendor documents it. `origin` is the vendor's server. */
  snippet(origin: string): string;
  /** Page code that reports something through the vendor's API, loaded or not. */
  track: string;
  /** All that it sends and keeps on a page of ordinary use, sorted. */
  normal: Traces;
  /** How the site declares it. */
  tracker: TrackerConfig;
}

type Declared = Pick<TrackerConfig, 'id' | 'uses' | 'stop' | 'stores'> & { resume?: TrackerConfig['resume'] };

/** A tracker of the page's own snippet: nothing to start, one host. */
export const declare = (host: string, { resume, ...rest }: Declared): TrackerConfig => ({
  ...{ name: `Real ${rest.id}`, purpose: 'analytics', hosts: [host], start: [] },
  ...{ description: { kk: 'Сынақ', ru: 'Проверка' }, provider: { name: 'Test', country: 'KZ' } },
  ...(resume && { resume }),
  ...rest,
});

/** Stored names of one kind, with one lifetime. */
export const stores = (
  kind: TrackerConfig['stores'][number]['kind'],
  lifetime: string,
  ...names: string[]
): TrackerConfig['stores'] => names.map((name) => ({ kind, name, lifetime }));
