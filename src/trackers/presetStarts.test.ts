import { afterEach, describe, expect, it, vi } from 'vitest';
import { visit } from '../../e2e/support/presetVisit.ts';

type Vendor = (...args: unknown[]) => void;

/** The page's globals when the stub is there and the script is not. */
const started = (id: string, account: string) => {
  const { window, start } = visit(id, account);
  start();
  return window as { lintrk: Vendor; hj: Vendor; ct: Vendor };
};

/** `arguments` objects as plain lists, at any depth; functions as their kind, with what hangs on them. */
function plain(value: unknown): unknown {
  if (Object.prototype.toString.call(value) === '[object Arguments]')
    return ['arguments', ...Array.from(value as ArrayLike<unknown>).map(plain)];
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' && typeof value !== 'function') return value;
  if (!value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const STUB = {};

/** What each vendor's script finds on the page when it comes. */
const FOUND: [id: string, account: string, found: Record<string, unknown>][] = [
  [
    'appsflyer',
    UUID,
    {
      AppsFlyerSdkObject: 'AF',
      AF: {
        q: [[1000, 'banners', 'showBanner', { key: UUID }]],
        id: { banners: { key: UUID } },
        plugins: {},
      },
    },
  ],
  ['bitrix24', 'https://cdn-ru.bitrix24.kz/b1/crm/site_button/loader_1_abc123.js', {}],
  [
    'calltouch',
    'a1b2c3d4',
    { CalltouchDataObject: 'ct', ct: { callbacks: [], loaded: false, counters: ['a1b2c3d4'] } },
  ],
  [
    'carrot-quest',
    '12345-0123456789abcdef0123456789',
    {
      carrotquest: {
        settings: {},
        ...{ connect: STUB, track: STUB, identify: STUB, auth: STUB, onReady: STUB },
        ...{ addCallback: STUB, removeCallback: STUB, trackMessageInteraction: STUB },
      },
      carrotquestasync: ['connect', ['arguments', '12345-0123456789abcdef0123456789']],
    },
  ],
  ['comagic-uis', 'KEY', { __cs: [['setCsAccount', 'KEY']] }],
  [
    'google-ads',
    'AW-123456789',
    {
      gtag: STUB,
      dataLayer: [
        ['arguments', 'js', new Date(1000)],
        ['arguments', 'config', 'AW-123456789', { page_location: 'https://site.kz/kk/' }],
      ],
    },
  ],
  ['google-tag-manager', 'GTM-ABC1234', { dataLayer: [{ 'gtm.start': 1000, event: 'gtm.js' }] }],
  ['hotjar', '1234567', { hj: { q: [] }, _hjSettings: { hjid: 1234567, hjsv: 6 } }],
  [
    'linkedin-insight',
    '1234567',
    {
      _linkedin_partner_id: '1234567',
      _linkedin_data_partner_ids: ['1234567'],
      lintrk: { q: [] },
    },
  ],
  ['roistat', 'abc', { roistatProjectId: 'abc', roistatHost: 'cloud.roistat.com' }],
  ['vk-ads', '1234567', { _tmr: [{ id: '1234567', type: 'pageView', start: 1000 }] }],
  [
    'zero-kz',
    '12345',
    {
      _zero_kz_: [
        ['id', 12345],
        ['type', 1],
      ],
    },
  ],
];

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what the script finds on the page', () => {
  it.each(FOUND)('of %s', (id, account, found) => {
    const { window, start } = visit(id, account);
    expect(start()).toBe(true);
    expect(plain(window)).toEqual(found);
  });

  it('of calls that the site makes meanwhile: each in the form that the vendor reads', () => {
    const linkedin = started('linkedin-insight', '1234567');
    linkedin.lintrk('track', { id: 1 });
    expect(plain(linkedin.lintrk)).toEqual({ q: [['track', { id: 1 }]] });
    const hotjar = started('hotjar', '1234567');
    hotjar.hj('event', 'form');
    expect(plain(hotjar.hj)).toEqual({ q: [['arguments', 'event', 'form']] });
    const calltouch = started('calltouch', 'a1b2c3d4');
    calltouch.ct('calltracking_params');
    expect(plain(calltouch.ct)).toMatchObject({ callbacks: [['arguments', 'calltracking_params']] });
  });

  it('of VK retargeting: nothing; it is called when it is there', () => {
    const { window, start, loaded } = visit('vk-retargeting', 'VK-RTRG-123456-aBcDe');
    expect([start(), window]).toEqual([true, {}]);
    const Retargeting = { Init: vi.fn(), Hit: vi.fn() };
    window.VK = { Retargeting };
    expect(loaded()).toBe(true);
    expect(Retargeting.Init.mock.calls).toEqual([['VK-RTRG-123456-aBcDe']]);
    expect(Retargeting.Hit).toHaveBeenCalledExactlyOnceWith();
  });
});
