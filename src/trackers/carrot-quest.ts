import type { Preset } from './preset.ts';

/** Hosts: open databases and snippets of public sites, names: cookie jars of public sites. */
export const carrotQuest: Preset = {
  id: 'carrot-quest',
  name: 'Carrot quest',
  hosts: ['carrotquest.app', 'carrotquest.io'],
  stores: [
    { kind: 'cookie', name: 'carrotquest_*' },
    { kind: 'localStorage', name: 'carrotquest_data' },
  ],
};
