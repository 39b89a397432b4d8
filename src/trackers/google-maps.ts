import { google } from './google.ts';
import type { Preset } from './preset.ts';

/**
 * Hosts: open databases. Stores under Google's own hosts; names on the page's own origin are not known. It stands in the
 * pages as a frame; where a site draws maps by Google's script instead, it writes `"stop": false`.
 */
export const googleMaps: Preset = {
  id: 'google-maps',
  name: 'Google Maps',
  provider: google,
  purpose: 'media',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  hosts: ['www.google.com/maps', 'maps.googleapis.com'],
  stores: [],
  start: [],
  stop: [],
};
