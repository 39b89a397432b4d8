import type { Preset } from './preset.ts';

/** Hosts: open databases. Stores under Google's own hosts; names on the page's own origin are not known. */
export const googleMaps: Preset = {
  id: 'google-maps',
  name: 'Google Maps',
  hosts: ['www.google.com/maps', 'maps.googleapis.com'],
  stores: [],
};
