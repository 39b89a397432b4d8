import type { Preset } from './preset.ts';

/**
 * Hosts and names: open databases, Yandex's own pages and storage of public sites; `mc.yandex.kz` not
 * verified. Left out: `yastatic.net`, which serves much else, and the local storage name `zz`, which anyone
 * may use.
 */
export const yandexMetrica: Preset = {
  id: 'yandex-metrica',
  name: 'Yandex Metrica',
  hosts: [
    'mc.yandex.ru',
    'mc.yandex.com',
    'mc.yandex.kz',
    'mc.webvisor.org',
    'mc.webvisor.com',
    'ymetrica1.com',
  ],
  stores: [
    { kind: 'cookie', name: '_ym_*' },
    { kind: 'localStorage', name: '_ym*' },
    { kind: 'sessionStorage', name: '_ym_*' },
  ],
};
