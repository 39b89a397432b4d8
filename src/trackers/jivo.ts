import type { Preset } from './preset.ts';

/** Hosts: open databases and snippets of public sites. Stored names are not known for certain. */
export const jivo: Preset = {
  id: 'jivo',
  name: 'Jivo',
  hosts: ['jivo.ru', 'jivosite.com'],
  stores: [],
};
