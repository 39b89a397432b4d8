import type { Preset } from './preset.ts';

/**
 * Host: open databases. The Open Cookie Database knows `td` and `cookiePreferences`: left out, because sites
 * use such names themselves. What the container loads belongs to others.
 */
export const googleTagManager: Preset = {
  id: 'google-tag-manager',
  name: 'Google Tag Manager',
  hosts: ['www.googletagmanager.com'],
  stores: [],
};
