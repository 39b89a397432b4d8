import type { Preset } from './preset.ts';

/**
 * Hosts of the map widgets are not verified. Names on the page's own origin are not known. It stands in the pages as a
 * script, which goes on drawing.
 */
export const twoGis: Preset = {
  id: '2gis',
  name: '2GIS maps',
  provider: { name: 'ООО «ДубльГИС»', country: 'RU', url: 'https://law.2gis.ru/privacy/' },
  purpose: 'media',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'U',
  hosts: ['widgets.2gis.com', 'mapgl.2gis.com', 'maps.api.2gis.ru'],
  stores: [],
  start: [],
  stop: false,
};
