import type { Preset } from './preset.ts';

/** What can be called before the script is there. */
const METHODS = [
  ...['page', 'track', 'identify', 'instances', 'debug', 'on', 'off', 'once', 'ready', 'alias', 'group'],
  ...['enableCookie', 'disableCookie', 'holdConsent', 'revokeConsent', 'grantConsent'],
];

/**
 * Snippet, hosts and cookies: open databases; session storage, consent calls and the shape of the account: public sites.
 * What goes out after `revokeConsent` is not documented. The three names that end with `{id}` are what the vendor's
 * snippet calls `load`: address, time and options of an account.
 */
export const tiktokPixel: Preset = {
  id: 'tiktok-pixel',
  name: 'TikTok Pixel',
  provider: {
    name: 'TikTok Pte. Ltd.',
    country: 'SG',
    url: 'https://www.tiktok.com/legal/page/row/privacy-policy/en',
  },
  purpose: 'marketing',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'C',
  account: { pattern: '[A-Z0-9]{20}', verified: true, example: 'ABCDEFGHIJ0123456789' },
  hosts: ['analytics.tiktok.com', 'mon.tiktokv.com', 'analytics-ipv6.tiktokw.us'],
  stores: [
    { kind: 'cookie', name: '_ttp', lifetime: '389 days' },
    { kind: 'cookie', name: '_tt_enable_cookie', lifetime: '389 days' },
    { kind: 'cookie', name: 'ttcsid*', lifetime: '1 year' },
    { kind: 'sessionStorage', name: 'tt_appInfo', lifetime: 'session' },
    { kind: 'sessionStorage', name: 'tt_sessionId', lifetime: 'session' },
    { kind: 'sessionStorage', name: 'tt_pixel_session_index', lifetime: 'session' },
    { kind: 'cookie', name: 'ttwid', lifetime: '1 year', thirdParty: true },
    { kind: 'cookie', name: 'msToken', lifetime: '9 days', thirdParty: true },
    { kind: 'cookie', name: '_ttp', lifetime: 'unknown', thirdParty: true },
  ],
  start: [
    { set: 'TiktokAnalyticsObject', to: 'ttq' },
    { methods: 'ttq', names: METHODS },
    { call: 'ttq.holdConsent' },
    { set: 'ttq._i', to: { '{id}': [] } },
    { set: 'ttq._i.{id}._u', to: 'https://analytics.tiktok.com/i18n/pixel/events.js' },
    { set: 'ttq._t', to: { '{id}': '{now}' } },
    { set: 'ttq._o', to: { '{id}': {} } },
    { call: 'ttq.page' },
    { call: 'ttq.grantConsent' },
    { script: 'https://analytics.tiktok.com/i18n/pixel/events.js?sdkid={id}&lib=ttq', async: true },
  ],
  stop: [{ call: 'ttq.revokeConsent' }, { call: 'ttq.disableCookie' }],
  resume: [{ call: 'ttq.enableCookie' }, { call: 'ttq.grantConsent' }],
};
