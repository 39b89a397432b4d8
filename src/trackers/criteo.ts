import type { Preset } from './preset.ts';

/** `criteo.net`: open databases; `criteo.com` not verified. Names on the page's own origin are not known. */
export const criteo: Preset = {
  id: 'criteo',
  name: 'Criteo OneTag',
  hosts: ['criteo.net', 'criteo.com'],
  stores: [],
};
