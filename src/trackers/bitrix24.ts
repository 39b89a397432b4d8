import type { Preset } from './preset.ts';

/**
 * Hosts, address of the loader and names: snippets and cookie jars of public sites; `bitrix.info` from open databases.
 * How long the cookies live is not known. The chat button lies under the number of a portal, so no path tells it from a
 * form of the same portal: a site that has such a form declares or allows its host. `BITRIX_SM_*` and `BX_USER_ID`
 * belong to sites that run on 1C-Bitrix themselves. It writes down the visited pages also where the site's own banner
 * was refused.
 */
export const bitrix24: Preset = {
  id: 'bitrix24',
  name: 'Bitrix24',
  provider: {
    name: 'ООО «1С-Битрикс»',
    country: 'RU',
    url: 'https://www.bitrix24.ru/about/privacy.php',
  },
  purpose: 'support',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: {
    pattern:
      'https://cdn(-ru)?\\.bitrix24\\.(kz|ru|by|com)/b\\d+/crm/site_button/loader_\\d+_[a-z0-9]{6}\\.js',
    verified: true,
    example: 'https://cdn-ru.bitrix24.kz/b1234567/crm/site_button/loader_1_abc123.js',
  },
  hosts: ['bitrix24.kz', 'bitrix24.ru', 'bitrix24.com', 'bitrix24.by', 'bitrix.info/ba.js'],
  stores: [
    { kind: 'cookie', name: 'b24_crm_guest_*', lifetime: 'unknown' },
    { kind: 'localStorage', name: 'b24_crm_guest_*', lifetime: 'until erased' },
  ],
  start: [{ script: '{id}', async: true }],
  stop: false,
};
