import { google } from './google.ts';
import type { Preset } from './preset.ts';

/**
 * Loading and host: open databases; Consent Mode: Google's own pages. Not verified: the shape of the account. The Open
 * Cookie Database knows `td` and `cookiePreferences`: left out, because sites use such names themselves. What the
 * container loads belongs to others. It may bring in anything, so it needs the purpose that visitors refuse most, and
 * every technology; a site whose container is harmless says so.
 */
export const googleTagManager: Preset = {
  id: 'google-tag-manager',
  name: 'Google Tag Manager',
  provider: google,
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  account: { pattern: 'GTM-[A-Z0-9]{4,10}', verified: false, example: 'GTM-ABC1234' },
  hosts: ['www.googletagmanager.com'],
  stores: [],
  start: [
    { list: 'dataLayer' },
    { call: 'dataLayer.push', args: [{ 'gtm.start': '{now}', event: 'gtm.js' }] },
    { script: 'https://www.googletagmanager.com/gtm.js?id={id}', async: true },
  ],
  stop: false,
  consentMode: 'google',
  container: true,
};
