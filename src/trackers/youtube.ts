import { google } from './google.ts';
import type { Preset } from './preset.ts';

/**
 * Hosts and cookies: open databases; storage: the player's code on public sites. Stores under its own hosts, under those
 * without cookies, too; names on the page's own origin are not known. It stands in the pages as a frame.
 */
export const youtube: Preset = {
  id: 'youtube',
  name: 'YouTube',
  provider: google,
  purpose: 'media',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  hosts: ['youtube.com', 'youtube-nocookie.com', 'ytimg.com', 'googlevideo.com'],
  stores: [
    { kind: 'cookie', name: 'VISITOR_INFO1_LIVE', lifetime: '179 days', thirdParty: true },
    { kind: 'cookie', name: 'YSC', lifetime: 'session', thirdParty: true },
    { kind: 'cookie', name: 'PREF', lifetime: 'unknown', thirdParty: true },
    { kind: 'cookie', name: 'GPS', lifetime: '1 day', thirdParty: true },
    { kind: 'cookie', name: 'DEVICE_INFO', lifetime: 'unknown', thirdParty: true },
    { kind: 'cookie', name: 'VISITOR_PRIVACY_METADATA', lifetime: '180 days', thirdParty: true },
    { kind: 'cookie', name: '__Secure-ROLLOUT_TOKEN', lifetime: '180 days', thirdParty: true },
    { kind: 'localStorage', name: 'yt-remote-device-id', lifetime: '1 year', thirdParty: true },
    { kind: 'localStorage', name: 'yt-remote-connected-devices', lifetime: '1 day', thirdParty: true },
  ],
  start: [],
  stop: [],
};
