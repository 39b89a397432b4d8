import { ADS, event, GOOGLE_FIRST, googleUpdate, type Signal } from './google.ts';
import type { Call, Expected } from './manner.ts';
import { NEIGHBOUR, PAGE } from './page.ts';

const ALL = ['cookies', 'pixels', 'localStorage'];

/** On a page where all was refused first, one tracker granted, taken back, and granted again. */
function told(id: string, purpose: string, signals: readonly Signal[]) {
  const granted = [googleUpdate(...signals), event([purpose, NEIGHBOUR.purpose], ALL, [id, NEIGHBOUR.id])];
  return {
    takes: { list: 'dataLayer' },
    before: [...GOOGLE_FIRST, googleUpdate(), event([], [], []), ...granted],
    granted,
    denied: [googleUpdate(), event([NEIGHBOUR.purpose], ALL, [NEIGHBOUR.id])],
  };
}

const tag = (id: string, options: object): Call[] => [
  ['gtag', 'js', '<date>'],
  ['gtag', 'config', id, { page_location: PAGE, ...options }],
];

const analytics = told('google-analytics', 'analytics', ['analytics_storage']);
const ads = told('google-ads', 'marketing', ADS);
const container = told('google-tag-manager', 'marketing', ADS);
const FLAG = 'ga-disable-G-ABCDE12345';

/** Google's presets. */
export const GOOGLE_CALLS: Record<string, Expected> = {
  'google-ads': {
    takes: ads.takes,
    script: 'https://www.googletagmanager.com/gtag/js?id=AW-123456789',
    found: [...ads.before, ...tag('AW-123456789', {})],
    stop: ads.denied,
    resume: ads.granted,
  },
  'google-analytics': {
    takes: analytics.takes,
    script: 'https://www.googletagmanager.com/gtag/js?id=G-ABCDE12345',
    found: [
      ...analytics.before,
      ...tag('G-ABCDE12345', { allow_google_signals: false, allow_ad_personalization_signals: false }),
    ],
    flags: [FLAG],
    stop: [['set', FLAG, true], ...analytics.denied],
    resume: [['set', FLAG, false], ...analytics.granted],
  },
  'google-maps': {
    takes: {},
    markup: 'iframe',
    script: 'https://www.google.com/maps/embed?pb=1',
    found: [],
  },
  'google-tag-manager': {
    takes: container.takes,
    script: 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC1234',
    found: [...container.before, ['dataLayer.push', { 'gtm.start': '<now>', event: 'gtm.js' }]],
    stop: container.denied,
    resume: container.granted,
  },
  recaptcha: {
    takes: {},
    markup: 'script',
    script: 'https://www.google.com/recaptcha/api.js',
    found: [],
  },
};
