import type { Preset } from './preset.ts';

/**
 * Names, calls and most hosts: source of `adjust/web_sdk`. Not verified: `cdn.adjust.com` and the shape of the app token.
 * Whole domains, because every region has hosts of its own. Sets no cookie; local storage is its way out where IndexedDB
 * is missing. It has no stub: its calls wait for the script. `gdprForgetMe` is left out, because it cannot be undone.
 */
export const adjust: Preset = {
  id: 'adjust',
  name: 'Adjust',
  provider: {
    name: 'Adjust GmbH',
    country: 'DE',
    url: 'https://www.adjust.com/terms/privacy-policy/',
  },
  purpose: 'marketing',
  uses: ['pixels', 'localStorage'],
  grade: 'U',
  account: { pattern: '[a-z0-9]{12}', verified: false, example: 'abc123def456' },
  hosts: ['adjust.com', 'adjust.world'],
  stores: [
    { kind: 'indexedDB', name: 'adjust-sdk*', lifetime: 'until erased' },
    { kind: 'localStorage', name: 'adjust-sdk.*', lifetime: 'until erased' },
  ],
  start: [
    { script: 'https://cdn.adjust.com/adjust-latest.min.js' },
    { call: 'Adjust.initSdk', args: [{ appToken: '{id}', environment: 'production' }] },
  ],
  stop: [{ call: 'Adjust.stop' }],
  resume: [{ call: 'Adjust.restart' }],
};
