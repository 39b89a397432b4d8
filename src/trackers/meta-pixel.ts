import type { Preset } from './preset.ts';

/**
 * Snippet, hosts and cookies: open databases, which differ on how long cookies live (the shorter time, which several
 * have, stands here); local storage, `autoConfig` and `disablePushState`: public sites; consent calls: Meta's own page.
 * Not verified: the shape of the account. `connect.facebook.net` serves other plug-ins of Facebook, too, under a path that
 * begins with the language: they report to the same company.
 *
 * The script is there only when it is granted, and yet the calls keep the documented order: revoked before `init`, so that
 * `autoConfig` is off before anything goes out; granted last, which sends what was held.
 */
export const metaPixel: Preset = {
  id: 'meta-pixel',
  name: 'Meta Pixel',
  provider: {
    name: 'Meta Platforms, Inc.',
    country: 'US',
    url: 'https://www.facebook.com/privacy/policy/',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: { pattern: '\\d{13,17}', verified: false, example: '123456789012345' },
  hosts: ['connect.facebook.net', 'www.facebook.com/tr'],
  stores: [
    { kind: 'cookie', name: '_fbp', lifetime: '90 days' },
    { kind: 'cookie', name: '_fbc', lifetime: '90 days' },
    { kind: 'localStorage', name: 'lastExternalReferrer*', lifetime: 'until erased' },
    { kind: 'localStorage', name: 'multiFbc', lifetime: 'until erased' },
    { kind: 'cookie', name: 'fr', lifetime: '90 days', thirdParty: true },
    { kind: 'cookie', name: 'datr', lifetime: '2 years', thirdParty: true },
    { kind: 'cookie', name: 'sb', lifetime: '2 years', thirdParty: true },
    { kind: 'cookie', name: 'wd', lifetime: 'session', thirdParty: true },
  ],
  start: [
    { stub: 'fbq', queue: 'fbq.queue', through: 'callMethod' },
    { alias: '_fbq', of: 'fbq' },
    { alias: 'fbq.push', of: 'fbq' },
    { set: 'fbq.loaded', to: true },
    { set: 'fbq.version', to: '2.0' },
    { set: 'fbq.disablePushState', to: true },
    { call: 'fbq', args: ['consent', 'revoke'] },
    { call: 'fbq', args: ['set', 'autoConfig', false, '{id}'] },
    { call: 'fbq', args: ['init', '{id}'] },
    { call: 'fbq', args: ['track', 'PageView'] },
    { call: 'fbq', args: ['consent', 'grant'] },
    { script: 'https://connect.facebook.net/en_US/fbevents.js', async: true },
  ],
  stop: [{ call: 'fbq', args: ['consent', 'revoke'] }],
  resume: [{ call: 'fbq', args: ['consent', 'grant'] }],
};
