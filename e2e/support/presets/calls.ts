import { GOOGLE_CALLS } from './googleCalls.ts';
import type { Call, Manner } from './manner.ts';
import { PAGE } from './page.ts';

/** What one preset does on a page where this purpose and it alone are granted, and then taken back. */
export interface Expected {
  takes: Manner;
  /** The script that it is started with; of one that stands in the pages, what stands there. */
  script: string;
  /** How it stands in the pages. */
  markup?: 'script' | 'iframe';
  /** What has to be set before the script comes. */
  globals?: Record<string, unknown>;
  /** Calls that wait for the script. */
  found: Call[];
  /** Calls that are made when it is there. */
  loaded?: Call[];
  stop?: Call[];
  /** Calls when it is granted again on the same page. */
  resume?: Call[];
  flags?: string[];
}

const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const CARROT = '12345-0123456789abcdef0123456789';
const COMAGIC = 'AbCdEfGhIjKlMnOpQrStUvWxYz012345';
const ROISTAT = '0123456789abcdef0123456789abcdef';
const TIKTOK = 'ABCDEFGHIJ0123456789';
const META = '123456789012345';

const clarity = ['clarity', 'consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' }];
const uet = (act: string, value: string) => ['consent', act, { ad_storage: value }];
const uetGranted = ['uetq.push', ...uet('update', 'granted')];
const metrica = [
  ...['ym', 12345678, 'init'],
  { defer: true, webvisor: false, clickmap: false, trackLinks: false, sendTitle: false },
];
const none = { takes: {}, found: [] };

/** By id of the preset; accounts are those of the presets' examples. */
export const EXPECTED: Record<string, Expected> = {
  ...GOOGLE_CALLS,
  '2gis': { ...none, markup: 'script', script: 'https://widgets.2gis.com/js/DGWidgetLoader.js' },
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
  bitrix24: { ...none, script: 'https://cdn-ru.bitrix24.kz/b1234567/crm/site_button/loader_1_abc123.js' },
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
  hotjar: {
    takes: { stub: { name: 'hj', queue: 'hj.q' } },
    script: 'https://static.hotjar.com/c/hotjar-1234567.js?sv=6',
    globals: { _hjSettings: { hjid: 1234567, hjsv: 6 } },
    found: [],
  },
  jivo: {
    takes: { functions: ['jivo_destroy', 'jivo_init'] },
    script: 'https://code.jivo.ru/widget/AbCdE12345',
    found: [],
    stop: [['jivo_destroy']],
    resume: [['jivo_init']],
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
  'microsoft-clarity': {
    takes: { stub: { name: 'clarity', queue: 'clarity.q' } },
    script: 'https://www.clarity.ms/tag/abcde12345',
    found: [clarity],
    stop: [['clarity', 'stop']],
    resume: [['clarity', 'start'], clarity, clarity],
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
  'yandex-maps': { ...none, markup: 'iframe', script: 'https://yandex.ru/map-widget/v1/?um=1' },
  'yandex-metrica': {
    takes: { stub: { name: 'ym', queue: 'ym.a' } },
    script: 'https://mc.yandex.ru/metrika/tag.js',
    globals: { 'ym.l': '<now>' },
    found: [metrica, ['ym', 12345678, 'hit', PAGE]],
    flags: ['disableYaCounter12345678'],
    stop: [
      ['set', 'disableYaCounter12345678', true],
      ['ym', 12345678, 'destruct'],
    ],
    resume: [['set', 'disableYaCounter12345678', false], metrica],
  },
  youtube: { ...none, markup: 'iframe', script: 'https://www.youtube-nocookie.com/embed/abc' },
  'zero-kz': {
    takes: { list: '_zero_kz_' },
    script: 'https://c.zero.kz/z.js',
    found: [
      ['_zero_kz_.push', ['id', 12345]],
      ['_zero_kz_.push', ['type', 1]],
    ],
  },
};
