import type { Preset } from './preset.ts';

/** Loader and cookies: open databases; `tr.snapchat.com` less certain. */
export const snapPixel: Preset = {
  id: 'snap-pixel',
  name: 'Snap Pixel',
  hosts: ['sc-static.net/scevent.min.js', 'tr.snapchat.com'],
  stores: [
    { kind: 'cookie', name: '_scid' },
    { kind: 'cookie', name: '_scid_r' },
    { kind: 'cookie', name: '_schn' },
  ],
};
