import type { Preset } from './preset.ts';

/**
 * Snippet and host: snippets of public sites and open databases. Not verified: the shape of the account. Stored names are
 * not known, and neither is the legal entity: a site asks for it and writes it in `provider`.
 */
export const zeroKz: Preset = {
  id: 'zero-kz',
  name: 'ZERO.kz',
  provider: { name: 'ZERO.kz', country: 'KZ', url: 'https://zero.kz/' },
  purpose: 'analytics',
  uses: ['cookies', 'pixels'],
  grade: 'C',
  account: { pattern: '\\d{4,6}', verified: false, example: '12345' },
  hosts: ['zero.kz'],
  stores: [],
  start: [
    { list: '_zero_kz_' },
    { call: '_zero_kz_.push', args: [['id', '{id:number}']] },
    { call: '_zero_kz_.push', args: [['type', 1]] },
    { script: 'https://c.zero.kz/z.js', async: true },
  ],
  stop: false,
};
