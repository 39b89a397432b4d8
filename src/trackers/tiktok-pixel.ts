import type { Preset } from './preset.ts';

/** Hosts and cookies: open databases; session storage: storage of public sites. */
export const tiktokPixel: Preset = {
  id: 'tiktok-pixel',
  name: 'TikTok Pixel',
  hosts: ['analytics.tiktok.com', 'mon.tiktokv.com', 'analytics-ipv6.tiktokw.us'],
  stores: [
    { kind: 'cookie', name: '_ttp' },
    { kind: 'cookie', name: '_tt_enable_cookie' },
    { kind: 'cookie', name: 'ttcsid*' },
    { kind: 'sessionStorage', name: 'tt_appInfo' },
    { kind: 'sessionStorage', name: 'tt_sessionId' },
    { kind: 'sessionStorage', name: 'tt_pixel_session_index' },
  ],
};
