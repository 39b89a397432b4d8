import type { Preset } from './preset.ts';

/**
 * Snippet, hosts and names: snippets and cookie jars of public sites. Names end with some characters that differ from
 * site to site; how long they live is not known. Sites of UIS load the same file from `app.uiscom.ru`, those of CallGear
 * from `app.callgear.com`.
 */
export const comagicUis: Preset = {
  id: 'comagic-uis',
  name: 'CoMagic / UIS',
  provider: {
    name: 'ООО «Комагик»',
    country: 'RU',
    url: 'https://www.comagic.ru/politika-konfidencialnosti/',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: {
    pattern: '[A-Za-z0-9_-]{32}',
    verified: true,
    example: 'AbCdEfGhIjKlMnOpQrStUvWxYz012345',
  },
  hosts: ['comagic.ru', 'uiscom.ru', 'callgear.com'],
  stores: [
    { kind: 'cookie', name: '_comagic_id*', lifetime: 'unknown' },
    { kind: 'cookie', name: '_cmg_csst*', lifetime: 'unknown' },
  ],
  start: [
    { list: '__cs' },
    { call: '__cs.push', args: [['setCsAccount', '{id}']] },
    { script: 'https://app.comagic.ru/static/cs.min.js', async: true },
  ],
  stop: false,
};
