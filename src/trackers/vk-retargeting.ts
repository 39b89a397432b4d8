import type { Preset } from './preset.ts';

/**
 * Hosts: open databases and snippets of public sites. `userapi.com` is left out: it serves the pictures of
 * VK, too. Stores under `vk.com` only; names on the page's own origin are not known.
 */
export const vkRetargeting: Preset = {
  id: 'vk-retargeting',
  name: 'VK retargeting',
  hosts: ['vk.com/js/api/openapi.js', 'vk.com/rtrg', 'vk-analytics.com'],
  stores: [],
};
