import { buildSite, readConfig } from '../../../support/build.ts';
import { type Tool, TRACKERS } from '../tool.ts';

/** Builds the demo's configuration with the trackers of the measurement. Returns the folder. */
export const buildKelisim = (guard: 'known' | 'off'): string => {
  const config = readConfig();
  const trackers = config.trackers.filter((one) => (TRACKERS as readonly unknown[]).includes(one.id));
  return buildSite({ ...config, guard, trackers });
};

/** Kelisim with `tag` of `snippet.html`: first in the head; the trackers are those of the configuration. */
export const kelisim = (name: string, tag: string): Tool => ({
  name,
  head: tag,
  end: '',
  files: {},
  host: 'kelisim-consent',
  accept: '.notice[lang=kk] [data-act=accept]',
  settings: '.notice[lang=kk] [data-open=preferences]',
});
