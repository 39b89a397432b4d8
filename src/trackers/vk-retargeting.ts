import type { Preset } from './preset.ts';

/**
 * Snippet and hosts: open databases and snippets of public sites. `userapi.com` is left out: it serves the pictures of
 * VK, too. Stores under `vk.com` only, which is not verified; names on the page's own origin are not known. It has no
 * stub: its calls wait for the script.
 */
export const vkRetargeting: Preset = {
  id: 'vk-retargeting',
  name: 'VK retargeting',
  provider: { name: 'ООО «В Контакте»', country: 'RU', url: 'https://vk.com/privacy' },
  purpose: 'marketing',
  uses: ['cookies', 'pixels'],
  grade: 'C',
  account: {
    pattern: 'VK-RTRG-\\d{4,8}-[A-Za-z0-9]{5}',
    verified: true,
    example: 'VK-RTRG-123456-aBcDe',
  },
  hosts: ['vk.com/js/api/openapi.js', 'vk.com/rtrg', 'vk-analytics.com'],
  stores: [],
  start: [
    { script: 'https://vk.com/js/api/openapi.js?169' },
    { call: 'VK.Retargeting.Init', args: ['{id}'] },
    { call: 'VK.Retargeting.Hit' },
  ],
  stop: false,
};
