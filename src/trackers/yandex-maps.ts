import type { Preset } from './preset.ts';

/**
 * `api-maps.yandex.ru`: snippets of public sites; `yandex.ru/map-widget` not verified. Stores under Yandex's own hosts;
 * names on the page's own origin are not known. It stands in the pages as a frame; where a site draws maps by Yandex's
 * script instead, it writes `"stop": false`.
 */
export const yandexMaps: Preset = {
  id: 'yandex-maps',
  name: 'Yandex Maps',
  provider: { name: 'ООО «ЯНДЕКС»', country: 'RU', url: 'https://yandex.ru/legal/confidential/' },
  purpose: 'media',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'U',
  hosts: ['api-maps.yandex.ru', 'yandex.ru/map-widget'],
  stores: [],
  start: [],
  stop: [],
};
