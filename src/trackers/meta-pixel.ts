import type { Preset } from './preset.ts';

/**
 * Hosts and cookies: open databases; local storage: storage of public sites. `connect.facebook.net` serves
 * other plug-ins of Facebook, too, under a path that begins with the language: they report to the same
 * company.
 */
export const metaPixel: Preset = {
  id: 'meta-pixel',
  name: 'Meta Pixel',
  hosts: ['connect.facebook.net', 'www.facebook.com/tr'],
  stores: [
    { kind: 'cookie', name: '_fbp' },
    { kind: 'cookie', name: '_fbc' },
    { kind: 'localStorage', name: 'lastExternalReferrer*' },
    { kind: 'localStorage', name: 'multiFbc' },
  ],
};
