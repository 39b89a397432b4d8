import type { Preset } from './preset.ts';

/** Host: open databases and snippets of public sites. Stored names are not known. */
export const zeroKz: Preset = {
  id: 'zero-kz',
  name: 'ZERO.kz',
  hosts: ['zero.kz'],
  stores: [],
};
