import type { Preset } from './preset.ts';

/** Hosts and names: open databases. */
export const linkedinInsight: Preset = {
  id: 'linkedin-insight',
  name: 'LinkedIn Insight',
  hosts: ['snap.licdn.com', 'ads.linkedin.com', 'p.adsymptotic.com'],
  stores: [
    { kind: 'cookie', name: 'li_fat_id' },
    { kind: 'cookie', name: 'ln_or' },
    { kind: 'cookie', name: 'li_giant' },
  ],
};
