import type { Preset } from './preset.ts';

/** Host: open databases, names: source of `microsoft/clarity`. `c.bing.com` is left out: not verified. */
export const microsoftClarity: Preset = {
  id: 'microsoft-clarity',
  name: 'Microsoft Clarity',
  hosts: ['clarity.ms'],
  stores: [
    { kind: 'cookie', name: '_clck' },
    { kind: 'cookie', name: '_clsk' },
    { kind: 'sessionStorage', name: '_cltk' },
  ],
};
