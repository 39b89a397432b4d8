import type { Preset } from './preset.ts';

/**
 * Snippet, hosts and names: public sites and open databases. Not verified: `AF_SYNC`, and how long cookies live. Starts
 * the banner that offers the app; the other plug-in, `pba`, follows people from the site into the app and is left out.
 */
export const appsflyer: Preset = {
  id: 'appsflyer',
  name: 'AppsFlyer',
  provider: {
    name: 'AppsFlyer Ltd.',
    country: 'IL',
    url: 'https://www.appsflyer.com/legal/privacy-policy/',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: {
    pattern: '[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}',
    verified: true,
    example: '01234567-89ab-cdef-0123-456789abcdef',
  },
  hosts: ['appsflyer.com', 'appsflyersdk.com'],
  stores: [
    { kind: 'cookie', name: 'afUserId', lifetime: 'unknown' },
    { kind: 'cookie', name: 'AF_SYNC', lifetime: 'unknown' },
    { kind: 'localStorage', name: 'AF_SESSION', lifetime: 'until erased' },
  ],
  start: [
    { set: 'AppsFlyerSdkObject', to: 'AF' },
    { stub: 'AF', queue: 'AF.q', keeps: 'timed' },
    { set: 'AF.id', to: { banners: { key: '{id}' } } },
    { set: 'AF.plugins', to: {} },
    { call: 'AF', args: ['banners', 'showBanner', { key: '{id}' }] },
    { script: 'https://websdk.appsflyer.com/?st=banners&', async: true },
  ],
  stop: false,
};
