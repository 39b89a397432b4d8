import { google, googleTag } from './google.ts';
import type { Preset } from './preset.ts';

/**
 * Loading, hosts and cookies: open databases; `_gcl_ls`: storage of public sites; Consent Mode: Google's own pages. Not
 * verified: the shape of the account. Shares its loader with Google Analytics and Tag Manager. Denied signals alone do
 * not silence it: it goes on sending pings without cookies.
 */
export const googleAds: Preset = {
  id: 'google-ads',
  name: 'Google Ads',
  provider: google,
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: { pattern: 'AW-\\d{9,11}', verified: false, example: 'AW-123456789' },
  hosts: ['www.googletagmanager.com', 'googleadservices.com', 'doubleclick.net', 'www.google.com/pagead'],
  stores: [
    { kind: 'cookie', name: '_gcl_au', lifetime: '3 months' },
    { kind: 'cookie', name: '_gcl_*', lifetime: '90 days' },
    { kind: 'cookie', name: '_gac_gb_*', lifetime: '90 days' },
    { kind: 'cookie', name: 'FPGCL*', lifetime: '90 days' },
    { kind: 'localStorage', name: '_gcl_ls', lifetime: 'until erased' },
    { kind: 'cookie', name: 'IDE', lifetime: '2 years', thirdParty: true },
    { kind: 'cookie', name: 'DSID', lifetime: '14 days', thirdParty: true },
    { kind: 'cookie', name: 'test_cookie', lifetime: 'unknown', thirdParty: true },
  ],
  options: { page_location: '{page}' },
  sensitive: ['page_location', 'user_id'],
  start: googleTag,
  stop: false,
  consentMode: 'google',
};
