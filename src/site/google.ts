import type { Step } from '../contract.ts';
import type { SiteConfig } from './schema.ts';

/*
 * Google Consent Mode v2, https://developers.google.com/tag-platform/security/guides/consent: the signals, `default`
 * before anything else and `update` after each decision. Basic mode: without a yes nothing of Google's is loaded.
 */

/** Signals by what has to be granted for them; a technology that a signal stands for counts as well as the purpose. */
const SIGNALS: Record<string, string> = {
  analytics_storage: 'analytics cookies',
  ad_storage: 'marketing cookies pixels',
  ad_user_data: 'marketing cookies pixels',
  ad_personalization: 'marketing cookies pixels',
  functionality_storage: 'support cookies',
  personalization_storage: 'support cookies',
};

const signals = (value: (needs: string) => string) =>
  Object.fromEntries(Object.entries(SIGNALS).map(([signal, needs]) => [signal, value(needs)]));

/** Calls of `gtag` that come before anything of Google's. 500 ms is the wait that Google's own examples have. */
export const GOOGLE_DEFAULT: readonly (readonly unknown[])[] = [
  ['consent', 'default', { ...signals(() => 'denied'), security_storage: 'granted', wait_for_update: 500 }],
  ['set', 'ads_data_redaction', true],
  ['set', 'url_passthrough', false],
];

/** What Google's tags are told after each decision. */
export const GOOGLE_UPDATE: readonly Step[] = [
  { stub: 'gtag', queue: 'dataLayer' },
  { call: 'gtag', args: ['consent', 'update', signals((needs) => `{if ${needs}}`)] },
];

/** Whether any tracker of the site follows Google Consent Mode. */
export const hasGoogle = ({ trackers }: Pick<SiteConfig, 'trackers'>): boolean =>
  trackers.some(({ consentMode }) => consentMode === 'google');
