import type { Step } from '../contract.ts';
import type { Preset } from './preset.ts';

const consent = (act: 'default' | 'update', value: string): Step => ({
  call: 'uetq.push',
  args: ['consent', act, { ad_storage: value }],
});
const asGranted = consent('update', '{if marketing cookies pixels}');

/**
 * Snippet, host, names of cookies and consent calls: open databases. Not verified: the shape of the account and that local
 * storage has the same names. The Open Cookie Database gives 30 minutes to `_uetsid` and 16 days to `_uetvid`, which
 * Microsoft has changed since. The script makes of the waiting list an object that takes its calls.
 */
export const microsoftUet: Preset = {
  id: 'microsoft-uet',
  name: 'Microsoft Advertising (UET)',
  provider: {
    name: 'Microsoft Corporation',
    country: 'US',
    url: 'https://www.microsoft.com/privacy/privacystatement',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  account: { pattern: '\\d{6,10}', verified: false, example: '12345678' },
  hosts: ['bat.bing.com'],
  stores: [
    { kind: 'cookie', name: '_uet*', lifetime: 'unknown' },
    { kind: 'localStorage', name: '_uet*', lifetime: 'until erased' },
    { kind: 'cookie', name: 'MUID', lifetime: '1 year', thirdParty: true },
  ],
  start: [
    { list: 'uetq' },
    consent('default', 'denied'),
    asGranted,
    { script: 'https://bat.bing.com/bat.js' },
    { wrap: 'uetq', by: 'UET', options: { ti: '{id}' } },
    { call: 'uetq.push', args: ['pageLoad'] },
  ],
  stop: [consent('update', 'denied')],
  resume: [asGranted],
  update: [asGranted],
};
