import type { Expected } from './manner.ts';

const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const CARROT = '12345-0123456789abcdef0123456789';
const COMAGIC = 'AbCdEfGhIjKlMnOpQrStUvWxYz012345';
const ROISTAT = '0123456789abcdef0123456789abcdef';
const TIKTOK = 'ABCDEFGHIJ0123456789';
const META = '123456789012345';
const uet = (act: string, value: string) => ['consent', act, { ad_storage: value }];
const uetGranted = ['uetq.push', ...uet('update', 'granted')];
const none = { takes: {}, found: [] };

/** Presets whose purpose is marketing, but for Google's. */
export const AD_CALLS: Record<string, Expected> = {
  adjust: {
    takes: { functions: ['Adjust.initSdk', 'Adjust.stop', 'Adjust.restart'] },
    script: 'https://cdn.adjust.com/adjust-latest.min.js',
    found: [],
    loaded: [['Adjust.initSdk', { appToken: 'abc123def456', environment: 'production' }]],
    stop: [['Adjust.stop']],
    resume: [['Adjust.restart']],
  },
  appsflyer: {
    takes: { stub: { name: 'AF', queue: 'AF.q' } },
    script: 'https://websdk.appsflyer.com/?st=banners&',
    globals: { AppsFlyerSdkObject: 'AF', 'AF.id': { banners: { key: UUID } }, 'AF.plugins': {} },
    found: [['AF', '<now>', 'banners', 'showBanner', { key: UUID }]],
  },
  calltouch: {
    takes: { stub: { name: 'ct', queue: 'ct.callbacks' } },
    script: 'https://mod.calltouch.ru/init.js?id=a1b2c3d4',
    globals: { CalltouchDataObject: 'ct', 'ct.loaded': false, 'ct.counters': ['a1b2c3d4'] },
    found: [],
  },
  'carrot-quest': {
    takes: { named: { name: 'carrotquest', queue: 'carrotquestasync' } },
    script: 'https://cdn.carrotquest.app/api.min.js',
    globals: { 'carrotquest.settings': {} },
    found: [['carrotquest.connect', CARROT]],
  },
  'comagic-uis': {
    takes: { list: '__cs' },
    script: 'https://app.comagic.ru/static/cs.min.js',
    found: [['__cs.push', ['setCsAccount', COMAGIC]]],
  },
  'linkedin-insight': {
    takes: { stub: { name: 'lintrk', queue: 'lintrk.q' } },
    script: 'https://snap.licdn.com/li.lms-analytics/insight.min.js',
    globals: { _linkedin_partner_id: '1234567', _linkedin_data_partner_ids: ['1234567'] },
    found: [],
  },
  'meta-pixel': {
    takes: { stub: { name: 'fbq', queue: 'fbq.queue' }, through: 'callMethod' },
    script: 'https://connect.facebook.net/en_US/fbevents.js',
    globals: { 'fbq.loaded': true, 'fbq.version': '2.0', 'fbq.disablePushState': true },
    found: [
      ['fbq', 'consent', 'revoke'],
      ['fbq', 'set', 'autoConfig', false, META],
      ['fbq', 'init', META],
      ['fbq', 'track', 'PageView'],
      ['fbq', 'consent', 'grant'],
    ],
    stop: [['fbq', 'consent', 'revoke']],
    resume: [['fbq', 'consent', 'grant']],
  },
  'microsoft-uet': {
    takes: { wrap: { list: 'uetq', by: 'UET' } },
    script: 'https://bat.bing.com/bat.js',
    found: [['uetq', ...uet('default', 'denied'), ...uet('update', 'granted')]],
    loaded: [
      ['new UET', '12345678'],
      ['uetq.push', 'pageLoad'],
    ],
    stop: [['uetq.push', ...uet('update', 'denied')]],
    resume: [uetGranted, uetGranted],
  },
  roistat: {
    ...none,
    script: `https://cloud.roistat.com/api/site/1.0/${ROISTAT}/init?referrer=`,
    globals: { roistatProjectId: ROISTAT, roistatHost: 'cloud.roistat.com' },
  },
  'tiktok-pixel': {
    takes: { methods: 'ttq' },
    script: `https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${TIKTOK}&lib=ttq`,
    globals: { TiktokAnalyticsObject: 'ttq', 'ttq._t': { [TIKTOK]: '<now>' }, 'ttq._o': { [TIKTOK]: {} } },
    found: [['ttq.holdConsent'], ['ttq.page'], ['ttq.grantConsent']],
    stop: [['ttq.revokeConsent'], ['ttq.disableCookie']],
    resume: [['ttq.enableCookie'], ['ttq.grantConsent']],
  },
  'vk-ads': {
    takes: { list: '_tmr' },
    script: 'https://top-fwz1.mail.ru/js/code.js',
    found: [['_tmr.push', { id: '1234567', type: 'pageView', start: '<now>' }]],
  },
  'vk-retargeting': {
    takes: { functions: ['VK.Retargeting.Init', 'VK.Retargeting.Hit'] },
    script: 'https://vk.com/js/api/openapi.js?169',
    found: [],
    loaded: [['VK.Retargeting.Init', 'VK-RTRG-123456-aBcDe'], ['VK.Retargeting.Hit']],
  },
};
