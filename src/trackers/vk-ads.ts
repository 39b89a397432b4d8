import type { Preset } from './preset.ts';

/**
 * Hosts: open databases and snippets of public sites, cookies: cookie jars of public sites. Not verified:
 * `privacy-cs.mail.ru`, and that local storage has the same names.
 */
export const vkAds: Preset = {
  id: 'vk-ads',
  name: 'VK Ads (Top.Mail.ru)',
  hosts: ['top-fwz1.mail.ru', 'ad.mail.ru', 'privacy-cs.mail.ru'],
  stores: [
    { kind: 'cookie', name: 'tmr_*' },
    { kind: 'cookie', name: 'domain_sid' },
    { kind: 'localStorage', name: 'tmr_*' },
  ],
};
