import { google, googleTag } from './google.ts';
import type { Preset } from './preset.ts';

/**
 * Loading, hosts and names: open databases and Google's own page on cookies; `ga-disable-`: public sites, which quote
 * Google; Consent Mode: Google's own pages. Not verified: the shape of the account; `analytics.google.com` less certain.
 * `_gcl_*`, which it sets where it is linked to Google Ads, stands there.
 *
 * The start does not set the flag to false: a visitor may have set it on a page of the site's own.
 */
export const googleAnalytics: Preset = {
  id: 'google-analytics',
  name: 'Google Analytics',
  provider: google,
  purpose: 'analytics',
  uses: ['cookies', 'pixels'],
  grade: 'C',
  account: { pattern: 'G-[A-Z0-9]{6,12}', verified: false, example: 'G-ABCDE12345' },
  hosts: [
    'www.googletagmanager.com',
    'google-analytics.com',
    'analytics.google.com',
    'stats.g.doubleclick.net',
  ],
  stores: [
    { kind: 'cookie', name: '_ga', lifetime: '2 years' },
    { kind: 'cookie', name: '_ga_*', lifetime: '2 years' },
    { kind: 'cookie', name: '_gid', lifetime: '24 hours' },
    { kind: 'cookie', name: '_gat*', lifetime: '1 minute' },
    { kind: 'cookie', name: '_gac_*', lifetime: '90 days' },
    { kind: 'cookie', name: 'FPID', lifetime: 'unknown' },
    { kind: 'cookie', name: 'FPLC', lifetime: 'unknown' },
  ],
  options: {
    page_location: '{page}',
    allow_google_signals: false,
    allow_ad_personalization_signals: false,
  },
  sensitive: ['page_location', 'allow_google_signals', 'allow_ad_personalization_signals', 'user_id'],
  start: googleTag,
  stop: [{ set: 'ga-disable-{id}', to: true }],
  resume: [{ set: 'ga-disable-{id}', to: false }],
  consentMode: 'google',
};
