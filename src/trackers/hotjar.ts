import type { Preset } from './preset.ts';

/** Hosts and names: Open Cookie Database and Ghostery TrackerDB. */
export const hotjar: Preset = {
  id: 'hotjar',
  name: 'Hotjar',
  hosts: ['hotjar.com', 'hotjar.io'],
  stores: [
    { kind: 'cookie', name: '_hj*' },
    { kind: 'localStorage', name: '_hj*' },
    { kind: 'sessionStorage', name: '_hj*' },
    { kind: 'sessionStorage', name: 'hjViewportId' },
  ],
};
