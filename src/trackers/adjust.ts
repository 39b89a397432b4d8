import type { Preset } from './preset.ts';

/**
 * Names and most hosts: source of `adjust/web_sdk`; `cdn.adjust.com` not verified. Whole domains, because
 * every region has hosts of its own. Sets no cookie.
 */
export const adjust: Preset = {
  id: 'adjust',
  name: 'Adjust',
  hosts: ['adjust.com', 'adjust.world'],
  stores: [
    { kind: 'indexedDB', name: 'adjust-sdk*' },
    { kind: 'localStorage', name: 'adjust-sdk.*' },
  ],
};
