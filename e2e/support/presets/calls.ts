import { AD_CALLS } from './adCalls.ts';
import { GOOGLE_CALLS } from './googleCalls.ts';
import type { Expected } from './manner.ts';
import { PAGE } from './page.ts';

const clarity = ['clarity', 'consentv2', { ad_Storage: 'denied', analytics_Storage: 'granted' }];
const metrica = [
  ...['ym', 12345678, 'init'],
  { defer: true, webvisor: false, clickmap: false, trackLinks: false, sendTitle: false },
];
const none = { takes: {}, found: [] };

/** What is expected of every preset, by its id; accounts are those of the presets' examples. */
export const EXPECTED: Record<string, Expected> = {
  ...AD_CALLS,
  ...GOOGLE_CALLS,
  '2gis': { ...none, markup: 'script', script: 'https://widgets.2gis.com/js/DGWidgetLoader.js' },
  bitrix24: { ...none, script: 'https://cdn-ru.bitrix24.kz/b1234567/crm/site_button/loader_1_abc123.js' },
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
  'microsoft-clarity': {
    takes: { stub: { name: 'clarity', queue: 'clarity.q' } },
    script: 'https://www.clarity.ms/tag/abcde12345',
    found: [clarity],
    stop: [['clarity', 'stop']],
    resume: [['clarity', 'start'], clarity, clarity],
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
