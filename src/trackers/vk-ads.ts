import type { Preset } from './preset.ts';

/**
 * Snippet, hosts and cookies: open databases, snippets and cookie jars of public sites. Not verified:
 * `privacy-cs.mail.ru`, how long cookies live, and that local storage has the same names.
 */
export const vkAds: Preset = {
  id: 'vk-ads',
  name: 'VK Ads (Top.Mail.ru)',
  provider: { name: 'ООО «ВК»', country: 'RU', url: 'https://vk.company/ru/privacy/' },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: { pattern: '\\d{6,8}', verified: true, example: '1234567' },
  hosts: ['top-fwz1.mail.ru', 'ad.mail.ru', 'privacy-cs.mail.ru'],
  stores: [
    { kind: 'cookie', name: 'tmr_*', lifetime: 'unknown' },
    { kind: 'cookie', name: 'domain_sid', lifetime: 'unknown' },
    { kind: 'localStorage', name: 'tmr_*', lifetime: 'until erased' },
  ],
  start: [
    { list: '_tmr' },
    { call: '_tmr.push', args: [{ id: '{id}', type: 'pageView', start: '{now}' }] },
    { script: 'https://top-fwz1.mail.ru/js/code.js', async: true, attributes: { id: 'tmr-code' } },
  ],
  stop: false,
};
