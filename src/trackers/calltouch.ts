import type { Preset } from './preset.ts';

/**
 * Snippet, hosts and names: snippets and cookie jars of public sites. How long the cookies live is not known. Its cookie
 * `cted` holds the ids of Google Analytics and Yandex Metrica.
 */
export const calltouch: Preset = {
  id: 'calltouch',
  name: 'Calltouch',
  provider: {
    name: 'ООО «Колтач Солюшнс»',
    country: 'RU',
    url: 'https://www.calltouch.ru/policy/',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: { pattern: '[a-z0-9]{8}', verified: true, example: 'a1b2c3d4' },
  hosts: ['calltouch.ru'],
  stores: [
    { kind: 'cookie', name: '_ct', lifetime: 'unknown' },
    { kind: 'cookie', name: '_ct_*', lifetime: 'unknown' },
    { kind: 'cookie', name: 'call_s', lifetime: 'unknown' },
    { kind: 'cookie', name: 'cted', lifetime: 'unknown' },
  ],
  start: [
    { set: 'CalltouchDataObject', to: 'ct' },
    { stub: 'ct', queue: 'ct.callbacks' },
    { set: 'ct.loaded', to: false },
    { set: 'ct.counters', to: ['{id}'] },
    { script: 'https://mod.calltouch.ru/init.js?id={id}', async: true },
  ],
  stop: false,
};
