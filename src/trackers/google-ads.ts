import type { Preset } from './preset.ts';

/**
 * Hosts and cookies: open databases; `_gcl_ls`: storage of public sites. Shares its loader with Google
 * Analytics and Tag Manager.
 */
export const googleAds: Preset = {
  id: 'google-ads',
  name: 'Google Ads',
  hosts: ['www.googletagmanager.com', 'googleadservices.com', 'doubleclick.net', 'www.google.com/pagead'],
  stores: [
    { kind: 'cookie', name: '_gcl_*' },
    { kind: 'cookie', name: '_gac_gb_*' },
    { kind: 'cookie', name: 'FPGCL*' },
    { kind: 'localStorage', name: '_gcl_ls' },
  ],
};
