import type { Call } from './manner.ts';

/** Everything that Google Consent Mode v2 can be told about and that Kelisim tells. */
export type Signal =
  | 'analytics_storage'
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'functionality_storage'
  | 'personalization_storage';

const SIGNALS: readonly Signal[] = [
  ...(['analytics_storage', 'ad_storage', 'ad_user_data', 'ad_personalization'] as const),
  ...(['functionality_storage', 'personalization_storage'] as const),
];

const values = (granted: readonly Signal[]) =>
  Object.fromEntries(SIGNALS.map((signal) => [signal, granted.includes(signal) ? 'granted' : 'denied']));

/** What stands first in `dataLayer` of a site that has anything of Google's. */
export const GOOGLE_FIRST: readonly Call[] = [
  ['gtag', 'consent', 'default', { ...values([]), security_storage: 'granted', wait_for_update: 500 }],
  ['gtag', 'set', 'ads_data_redaction', true],
  ['gtag', 'set', 'url_passthrough', false],
];

/** The three signals that stand for marketing. */
export const ADS: readonly Signal[] = ['ad_storage', 'ad_user_data', 'ad_personalization'];

/** Google is told that these are granted and all others denied. */
export const googleUpdate = (...granted: Signal[]): Call => ['gtag', 'consent', 'update', values(granted)];

/** The event that tag managers are told of a decision with. */
export const event = (purposes: string[], technologies: string[], trackers: string[]): Call => [
  'dataLayer.push',
  { event: 'kelisim', kelisim: { purposes, technologies, trackers } },
];
