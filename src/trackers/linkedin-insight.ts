import type { Preset } from './preset.ts';

/** Snippet, hosts and names: open databases. Not verified: the shape of the account. */
export const linkedinInsight: Preset = {
  id: 'linkedin-insight',
  name: 'LinkedIn Insight',
  provider: {
    name: 'LinkedIn Corporation',
    country: 'US',
    url: 'https://www.linkedin.com/legal/privacy-policy',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  account: { pattern: '\\d{4,9}', verified: false, example: '1234567' },
  hosts: ['snap.licdn.com', 'ads.linkedin.com', 'p.adsymptotic.com'],
  stores: [
    { kind: 'cookie', name: 'li_fat_id', lifetime: '30 days' },
    { kind: 'cookie', name: 'ln_or', lifetime: '1 day' },
    { kind: 'cookie', name: 'li_giant', lifetime: '7 days' },
    { kind: 'cookie', name: 'bcookie', lifetime: '1 year', thirdParty: true },
    { kind: 'cookie', name: 'bscookie', lifetime: '1 year', thirdParty: true },
    { kind: 'cookie', name: 'lidc', lifetime: '1 day', thirdParty: true },
    { kind: 'cookie', name: 'li_sugr', lifetime: '90 days', thirdParty: true },
    { kind: 'cookie', name: 'AnalyticsSyncHistory', lifetime: '30 days', thirdParty: true },
    { kind: 'cookie', name: 'UserMatchHistory', lifetime: 'session', thirdParty: true },
    { kind: 'cookie', name: 'li_gc', lifetime: '2 years', thirdParty: true },
  ],
  start: [
    { set: '_linkedin_partner_id', to: '{id}' },
    { list: '_linkedin_data_partner_ids' },
    { call: '_linkedin_data_partner_ids.push', args: ['{id}'] },
    { stub: 'lintrk', queue: 'lintrk.q', keeps: 'list' },
    { script: 'https://snap.licdn.com/li.lms-analytics/insight.min.js', async: true },
  ],
  stop: false,
};
