import type { Preset } from './preset.ts';

/** Hosts and names: snippets and cookie jars of public sites. */
export const calltouch: Preset = {
  id: 'calltouch',
  name: 'Calltouch',
  hosts: ['calltouch.ru'],
  stores: [
    { kind: 'cookie', name: '_ct' },
    { kind: 'cookie', name: '_ct_*' },
    { kind: 'cookie', name: 'call_s' },
    { kind: 'cookie', name: 'cted' },
  ],
};
