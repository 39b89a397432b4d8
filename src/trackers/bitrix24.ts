import type { Preset } from './preset.ts';

/**
 * Hosts and names: snippets and cookie jars of public sites; `bitrix.info` from open databases. The chat
 * button lies under the number of a portal, so no path tells it from a form of the same portal: a site that
 * has such a form declares or allows its host. `BITRIX_SM_*` and `BX_USER_ID` belong to sites that run on
 * 1C-Bitrix themselves.
 */
export const bitrix24: Preset = {
  id: 'bitrix24',
  name: 'Bitrix24',
  hosts: ['bitrix24.kz', 'bitrix24.ru', 'bitrix24.com', 'bitrix24.by', 'bitrix.info/ba.js'],
  stores: [
    { kind: 'cookie', name: 'b24_crm_guest_*' },
    { kind: 'localStorage', name: 'b24_crm_guest_*' },
  ],
};
