import type { Preset } from './preset.ts';

/**
 * Hosts and calls: open databases and snippets of public sites. Not verified: that its names begin with `jv_`, and how
 * long its cookies live. It has no stub: pages wait for its `jivo_onLoadCallback`.
 */
export const jivo: Preset = {
  id: 'jivo',
  name: 'Jivo',
  provider: { name: 'ООО «Живой Сайт»', country: 'RU', url: 'https://www.jivo.ru/privacy/' },
  purpose: 'support',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'U',
  account: { pattern: '[A-Za-z0-9]{10}', verified: true, example: 'AbCdE12345' },
  hosts: ['jivo.ru', 'jivosite.com'],
  stores: [
    { kind: 'cookie', name: 'jv_*', lifetime: 'unknown' },
    { kind: 'localStorage', name: 'jv_*', lifetime: 'until erased' },
  ],
  start: [{ script: 'https://code.jivo.ru/widget/{id}', async: true }],
  stop: [{ call: 'jivo_destroy' }],
  resume: [{ call: 'jivo_init' }],
};
