/* What the preferences panel shows and gives back. */
import type { Locale, Purpose, Technology } from '../types.ts';

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

/** What the panel gives back. */
export interface Panel {
  /** Resolves when the view is there; rejects when its texts did not load. */
  open(view: 'preferences' | 'policy'): Promise<void>;
  close(): void;
  /** Draws again: state or language has changed. */
  refresh(): void;
}
