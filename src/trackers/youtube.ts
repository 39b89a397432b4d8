import type { Preset } from './preset.ts';

/** Hosts: open databases. Stores under its own hosts; names on the page's own origin are not known. */
export const youtube: Preset = {
  id: 'youtube',
  name: 'YouTube',
  hosts: ['youtube.com', 'youtube-nocookie.com', 'ytimg.com', 'googlevideo.com'],
  stores: [],
};
