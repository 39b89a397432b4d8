import type { Preset } from './preset.ts';

/** Hosts: open databases and snippets of public sites; names: public inventories, less certain. */
export const xPixel: Preset = {
  id: 'x-pixel',
  name: 'X (Twitter) pixel',
  hosts: ['static.ads-twitter.com', 'analytics.twitter.com', 't.co/i/adsct'],
  stores: [
    { kind: 'cookie', name: '_twpid' },
    { kind: 'cookie', name: '_twsid' },
    { kind: 'cookie', name: '_twclid' },
  ],
};
