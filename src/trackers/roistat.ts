import type { Preset } from './preset.ts';

/**
 * Snippet, hosts and names: snippets and cookie jars of public sites. How long most cookies live is not known; the
 * visit's own lives 14 days. The vendor's snippet hands over the whole address of the page as `referrer`: here it is
 * empty. For visitors who have been there it loads another file, which saves a request and is not used here. It can
 * listen to requests and forms: keep it off pages with personal data.
 */
export const roistat: Preset = {
  id: 'roistat',
  name: 'Roistat',
  provider: { name: 'ООО «Ройстат»', country: 'RU', url: 'https://roistat.com/ru/privacy/' },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: {
    pattern: '[0-9a-f]{32}',
    verified: true,
    example: '0123456789abcdef0123456789abcdef',
  },
  hosts: ['roistat.com'],
  stores: [
    { kind: 'cookie', name: 'roistat_visit', lifetime: '14 days' },
    { kind: 'cookie', name: 'roistat_*', lifetime: 'unknown' },
    { kind: 'cookie', name: '___dc', lifetime: 'unknown' },
    { kind: 'localStorage', name: 'roistat_*', lifetime: 'until erased' },
  ],
  start: [
    { set: 'roistatProjectId', to: '{id}' },
    { set: 'roistatHost', to: 'cloud.roistat.com' },
    { script: 'https://cloud.roistat.com/api/site/1.0/{id}/init?referrer=', async: true },
  ],
  stop: false,
};
