import type { StartItem } from '../contract.ts';
import type { Preset } from './preset.ts';

const METHODS = [
  ...['connect', 'track', 'identify', 'auth', 'onReady'],
  ...['addCallback', 'removeCallback', 'trackMessageInteraction'],
];

/**
 * Snippet and names: snippets and cookie jars of public sites; hosts also from open databases. How long the cookies live
 * is not known. It chats and it advertises: it counts as the latter, which visitors refuse more often.
 */
export const carrotQuest: Preset = {
  id: 'carrot-quest',
  name: 'Carrot quest',
  provider: {
    name: 'ООО «Кэррот Квест»',
    country: 'RU',
    url: 'https://www.carrotquest.io/documents/privacy/',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: {
    pattern: '\\d{1,7}-[0-9a-f]{20,34}',
    verified: true,
    example: '12345-0123456789abcdef0123456789',
  },
  hosts: ['carrotquest.app', 'carrotquest.io'],
  stores: [
    { kind: 'cookie', name: 'carrotquest_*', lifetime: 'unknown' },
    { kind: 'localStorage', name: 'carrotquest_data', lifetime: 'until erased' },
  ],
  start: [
    { set: 'carrotquest', to: { settings: {} } },
    ...METHODS.map(
      (name): StartItem => ({ stub: `carrotquest.${name}`, queue: 'carrotquestasync', keeps: 'named' }),
    ),
    { call: 'carrotquest.connect', args: ['{id}'] },
    { script: 'https://cdn.carrotquest.app/api.min.js', async: true },
  ],
  stop: false,
};
