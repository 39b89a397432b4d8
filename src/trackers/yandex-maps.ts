import type { Preset } from './preset.ts';

/**
 * `api-maps.yandex.ru`: snippets of public sites; `yandex.ru/map-widget` not verified. Stores under Yandex's
 * own hosts; names on the page's own origin are not known.
 */
export const yandexMaps: Preset = {
  id: 'yandex-maps',
  name: 'Yandex Maps',
  hosts: ['api-maps.yandex.ru', 'yandex.ru/map-widget'],
  stores: [],
};
