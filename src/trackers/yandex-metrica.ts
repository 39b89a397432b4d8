import type { Preset } from './preset.ts';

/** Cookies that it keeps under `yandex.ru`. */
const elsewhere = (lifetime: string, names: string[]) =>
  names.map((name) => ({ kind: 'cookie', name, lifetime, thirdParty: true }) as const);

/**
 * Hosts and names: open databases, Yandex's own pages and storage of public sites; loading and flag: Yandex's own pages;
 * `destruct`, the sparing options and the shape of the account: public sites. Not verified: `mc.yandex.kz` and
 * `__ym_tab_guid`. Left out: `yastatic.net`, which serves much else, and the local storage name `zz`, which anyone may
 * use. The page view is sent by hand, because `init` would take the address with its query.
 *
 * The start does not set the flag to false: a visitor may have set it on a page of the site's own.
 */
export const yandexMetrica: Preset = {
  id: 'yandex-metrica',
  name: 'Yandex Metrica',
  provider: { name: 'ООО «ЯНДЕКС»', country: 'RU', url: 'https://yandex.ru/legal/confidential/' },
  purpose: 'analytics',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: { pattern: '[1-9]\\d{4,9}', verified: true, example: '12345678' },
  hosts: [
    'mc.yandex.ru',
    'mc.yandex.com',
    'mc.yandex.kz',
    'mc.webvisor.org',
    'mc.webvisor.com',
    'ymetrica1.com',
  ],
  stores: [
    { kind: 'cookie', name: '_ym_uid', lifetime: '1 year' },
    { kind: 'cookie', name: '_ym_d', lifetime: '1 year' },
    { kind: 'cookie', name: '_ym_isad', lifetime: '2 days' },
    { kind: 'cookie', name: '_ym_visorc*', lifetime: '30 minutes' },
    { kind: 'cookie', name: '_ym_metrika_enabled', lifetime: '60 minutes' },
    { kind: 'cookie', name: '_ym_hostIndex', lifetime: '1 day' },
    { kind: 'cookie', name: '_ym_debug', lifetime: 'session' },
    { kind: 'cookie', name: '_ym_*', lifetime: 'unknown' },
    { kind: 'localStorage', name: '_ym*', lifetime: 'until erased' },
    { kind: 'sessionStorage', name: '_ym_*', lifetime: 'session' },
    { kind: 'sessionStorage', name: '__ym_tab_guid', lifetime: 'session' },
    ...elsewhere('1 year', ['yandexuid', 'yuidss', 'ymex', 'usst', 'is_gdpr', 'is_gdpr_b', 'bh', 'yashr']),
    ...elsewhere('session', ['yabs-sid']),
    ...elsewhere('5 days', ['yabs-vdrf']),
    ...elsewhere('10 years', ['_yasc']),
  ],
  options: { defer: true, webvisor: false, clickmap: false, trackLinks: false, sendTitle: false },
  sensitive: ['defer', 'webvisor', 'clickmap', 'trackLinks', 'sendTitle'],
  start: [
    { stub: 'ym', queue: 'ym.a' },
    { set: 'ym.l', to: '{now}' },
    { call: 'ym', args: ['{id:number}', 'init', '{options}'] },
    { call: 'ym', args: ['{id:number}', 'hit', '{page}'] },
    { script: 'https://mc.yandex.ru/metrika/tag.js', async: true },
  ],
  stop: [
    { set: 'disableYaCounter{id}', to: true },
    { call: 'ym', args: ['{id:number}', 'destruct'] },
  ],
  resume: [
    { set: 'disableYaCounter{id}', to: false },
    { call: 'ym', args: ['{id:number}', 'init', '{options}'] },
  ],
};
