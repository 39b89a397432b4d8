import type { Preset } from './preset.ts';

/**
 * Hosts and names: open databases and Google's own page on cookies; `analytics.google.com` less certain.
 * `_gcl_*`, which it sets where it is linked to Google Ads, stands there.
 */
export const googleAnalytics: Preset = {
  id: 'google-analytics',
  name: 'Google Analytics',
  hosts: [
    'www.googletagmanager.com',
    'google-analytics.com',
    'analytics.google.com',
    'stats.g.doubleclick.net',
  ],
  stores: [
    { kind: 'cookie', name: '_ga' },
    { kind: 'cookie', name: '_ga_*' },
    { kind: 'cookie', name: '_gid' },
    { kind: 'cookie', name: '_gat*' },
    { kind: 'cookie', name: '_gac_*' },
    { kind: 'cookie', name: 'FPID' },
    { kind: 'cookie', name: 'FPLC' },
  ],
};
