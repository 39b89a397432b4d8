import type { Preset } from './preset.ts';

/** Host and cookies: open databases; that local storage has the same names is not verified. */
export const microsoftUet: Preset = {
  id: 'microsoft-uet',
  name: 'Microsoft Advertising UET',
  hosts: ['bat.bing.com'],
  stores: [
    { kind: 'cookie', name: '_uet*' },
    { kind: 'localStorage', name: '_uet*' },
  ],
};
