import type { Preset } from './preset.ts';

/**
 * Hosts of the map widgets are not verified. Names on the page's own origin are not known. No tracker of a
 * configuration can bear this id (it begins with a digit): such a one is recognised by its hosts.
 */
export const twoGis: Preset = {
  id: '2gis',
  name: '2GIS maps',
  hosts: ['widgets.2gis.com', 'mapgl.2gis.com', 'maps.api.2gis.ru'],
  stores: [],
};
