import type { Step } from '../contract.ts';
import type { Preset } from './preset.ts';

/** Clarity spells its signals with a capital S. */
const consent: Step = {
  call: 'clarity',
  args: ['consentv2', { ad_Storage: '{if marketing cookies}', analytics_Storage: '{if analytics cookies}' }],
};

/**
 * Loading and host: open databases; names, `stop` and `start`: source of `microsoft/clarity`; `consentv2`: Microsoft's own
 * page. Not verified: the shape of the account. `c.bing.com` is left out for the same reason. Records what people do on a
 * page.
 *
 * It is never told of a denial: it would stop and, a quarter of a second later, start again without cookies and go on
 * sending. A stop without a denial is one; its consent calls count only while it runs, hence after `start`.
 */
export const microsoftClarity: Preset = {
  id: 'microsoft-clarity',
  name: 'Microsoft Clarity',
  provider: {
    name: 'Microsoft Corporation',
    country: 'US',
    url: 'https://www.microsoft.com/privacy/privacystatement',
  },
  purpose: 'analytics',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  account: { pattern: '[a-z0-9]{8,12}', verified: false, example: 'abcde12345' },
  hosts: ['clarity.ms'],
  stores: [
    { kind: 'cookie', name: '_clck', lifetime: '365 days' },
    { kind: 'cookie', name: '_clsk', lifetime: '1 day' },
    { kind: 'sessionStorage', name: '_cltk', lifetime: 'session' },
    { kind: 'cookie', name: 'CLID', lifetime: '1 year', thirdParty: true },
    { kind: 'cookie', name: 'ANONCHK', lifetime: '10 minutes', thirdParty: true },
    { kind: 'cookie', name: 'MUID', lifetime: '1 year', thirdParty: true },
    { kind: 'cookie', name: 'MR', lifetime: 'unknown', thirdParty: true },
    { kind: 'cookie', name: 'SM', lifetime: 'unknown', thirdParty: true },
  ],
  start: [
    { stub: 'clarity', queue: 'clarity.q' },
    consent,
    { script: 'https://www.clarity.ms/tag/{id}', async: true },
  ],
  stop: [{ call: 'clarity', args: ['stop'] }],
  resume: [{ call: 'clarity', args: ['start'] }, consent],
  update: [consent],
};
