import type { Preset } from './preset.ts';

/** Hosts and names: snippets and cookie jars of public sites. */
export const roistat: Preset = {
  id: 'roistat',
  name: 'Roistat',
  hosts: ['roistat.com'],
  stores: [
    { kind: 'cookie', name: 'roistat_*' },
    { kind: 'cookie', name: '___dc' },
    { kind: 'localStorage', name: 'roistat_*' },
  ],
};
