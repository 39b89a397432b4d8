/* What the consent log gets from the widget. */
import type { ConsentRecord } from '../types.ts';

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
