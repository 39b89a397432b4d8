import type { Preset } from './preset.ts';

/**
 * Hosts and names: snippets and cookie jars of public sites. Names end with some characters that differ from
 * site to site.
 */
export const comagicUis: Preset = {
  id: 'comagic-uis',
  name: 'CoMagic / UIS',
  hosts: ['comagic.ru', 'uiscom.ru', 'callgear.com'],
  stores: [
    { kind: 'cookie', name: '_comagic_id*' },
    { kind: 'cookie', name: '_cmg_csst*' },
  ],
};
