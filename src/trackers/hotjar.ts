import type { Preset } from './preset.ts';

/** Snippet, hosts and names: open databases. Not verified: the shape of the account. Records what people do on a page. */
export const hotjar: Preset = {
  id: 'hotjar',
  name: 'Hotjar',
  provider: {
    name: 'Hotjar Ltd.',
    country: 'MT',
    url: 'https://www.hotjar.com/legal/policies/privacy/',
  },
  purpose: 'analytics',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  account: { pattern: '\\d{5,8}', verified: false, example: '1234567' },
  hosts: ['hotjar.com', 'hotjar.io'],
  stores: [
    { kind: 'cookie', name: '_hjSessionUser_*', lifetime: '365 days' },
    { kind: 'cookie', name: '_hjSession_*', lifetime: '30 minutes' },
    { kind: 'cookie', name: '_hjAbsoluteSessionInProgress', lifetime: '30 minutes' },
    { kind: 'cookie', name: '_hjFirstSeen', lifetime: '30 minutes' },
    { kind: 'cookie', name: '_hjTLDTest', lifetime: 'session' },
    { kind: 'cookie', name: '_hjCookieTest', lifetime: 'session' },
    { kind: 'cookie', name: '_hjid', lifetime: '365 days' },
    { kind: 'cookie', name: '_hj*', lifetime: 'unknown' },
    { kind: 'localStorage', name: '_hj*', lifetime: 'until erased' },
    { kind: 'sessionStorage', name: '_hj*', lifetime: 'session' },
    { kind: 'sessionStorage', name: 'hjViewportId', lifetime: 'session' },
  ],
  start: [
    { stub: 'hj', queue: 'hj.q' },
    { set: '_hjSettings', to: { hjid: '{id:number}', hjsv: 6 } },
    { script: 'https://static.hotjar.com/c/hotjar-{id}.js?sv=6', async: true },
  ],
  stop: false,
};
