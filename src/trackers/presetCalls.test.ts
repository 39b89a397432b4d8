import { afterEach, describe, expect, it, vi } from 'vitest';
import { calls, visit } from '../../e2e/support/presetVisit.ts';

type Stub = { [queue: string]: unknown };

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the calls', () => {
  it('of Google Analytics: account with the clean address; its flag stops it', () => {
    const { window, start, stop, resume } = visit('google-analytics', 'G-ABCDE12345');
    expect(start()).toBe(true);
    expect(Object.prototype.toString.call((window.dataLayer as unknown[])[0])).toBe('[object Arguments]');
    expect(calls(window.dataLayer)).toEqual([
      ['js', new Date(1000)],
      [
        ...['config', 'G-ABCDE12345'],
        {
          page_location: 'https://site.kz/kk/',
          allow_google_signals: false,
          allow_ad_personalization_signals: false,
        },
      ],
    ]);
    expect(window).not.toHaveProperty('ga-disable-G-ABCDE12345');
    expect(stop()).toBe(true);
    expect(window['ga-disable-G-ABCDE12345']).toBe(true);
    expect(resume()).toBe(true);
    expect(window['ga-disable-G-ABCDE12345']).toBe(false);
  });

  it('of Yandex Metrica: the page view by hand; flag and destruct stop it', () => {
    const { window, start, stop, resume } = visit('yandex-metrica', '12345678');
    const init = [
      ...[12345678, 'init'],
      { defer: true, webvisor: false, clickmap: false, trackLinks: false, sendTitle: false },
    ];
    expect(start()).toBe(true);
    const { a, l } = window.ym as Stub;
    expect(l).toBe(1000);
    expect(calls(a)).toEqual([init, [12345678, 'hit', 'https://site.kz/kk/']]);
    expect(window).not.toHaveProperty('disableYaCounter12345678');
    expect(stop()).toBe(true);
    expect([window.disableYaCounter12345678, calls(a)]).toEqual([true, [[12345678, 'destruct']]]);
    expect(resume()).toBe(true);
    expect([window.disableYaCounter12345678, calls(a)]).toEqual([false, [init]]);
  });

  it('of Meta: revoked first, granted last; revoke stops it', () => {
    const { window, start, stop, resume } = visit('meta-pixel', '123456789012345');
    expect(start()).toBe(true);
    const fbq = window.fbq as Stub;
    expect(calls(fbq.queue)).toEqual([
      ['consent', 'revoke'],
      ['set', 'autoConfig', false, '123456789012345'],
      ['init', '123456789012345'],
      ['track', 'PageView'],
      ['consent', 'grant'],
    ]);
    expect([window._fbq, fbq.push]).toEqual([fbq, fbq]);
    expect([fbq.loaded, fbq.version, fbq.disablePushState]).toEqual([true, '2.0', true]);
    fbq.callMethod = vi.fn();
    expect([stop(), resume()]).toEqual([true, true]);
    expect(vi.mocked(fbq.callMethod as () => void).mock.calls).toEqual([
      ['consent', 'revoke'],
      ['consent', 'grant'],
    ]);
  });

  it('of TikTok: held until it is set up, then granted', () => {
    const { window, start, stop, resume } = visit('tiktok-pixel', 'ABCDEFGHIJ0123456789');
    expect(start()).toBe(true);
    const ttq = window.ttq as Stub;
    expect(calls(ttq)).toEqual([['holdConsent'], ['page'], ['grantConsent']]);
    expect(window.TiktokAnalyticsObject).toBe('ttq');
    const [list] = Object.values(ttq._i as Stub) as Stub[];
    expect(Object.keys(ttq._i as Stub)).toEqual(['ABCDEFGHIJ0123456789']);
    expect(list?._u).toBe('https://analytics.tiktok.com/i18n/pixel/events.js');
    expect(ttq).toMatchObject({ _t: { ABCDEFGHIJ0123456789: 1000 }, _o: { ABCDEFGHIJ0123456789: {} } });
    expect([stop(), calls(ttq)]).toEqual([true, [['revokeConsent'], ['disableCookie']]]);
    expect([resume(), calls(ttq)]).toEqual([true, [['enableCookie'], ['grantConsent']]]);
  });

  it('of Clarity: it is told what is granted, but never of a denial when it is stopped', () => {
    const { window, start, stop, resume, update } = visit('microsoft-clarity', 'abcde12345');
    const told = (ads: string) => ['consentv2', { ad_Storage: ads, analytics_Storage: 'granted' }];
    expect(start(['analytics', 'cookies'])).toBe(true);
    const { q } = window.clarity as Stub;
    expect(calls(q)).toEqual([told('denied')]);
    expect([update(['analytics', 'marketing', 'cookies']), calls(q)]).toEqual([true, [told('granted')]]);
    expect([stop(), calls(q)]).toEqual([true, [['stop']]]);
    expect([resume(['analytics', 'cookies']), calls(q)]).toEqual([true, [['start'], told('denied')]]);
  });

  it('of Jivo and Adjust: their own ways to stop and go on', () => {
    const jivo = visit('jivo', 'AbCdE12345');
    Object.assign(jivo.window, { jivo_destroy: vi.fn(), jivo_init: vi.fn() });
    expect([jivo.stop(), jivo.resume()]).toEqual([true, true]);
    for (const name of ['jivo_destroy', 'jivo_init'])
      expect(jivo.window[name]).toHaveBeenCalledExactlyOnceWith();

    const adjust = visit('adjust', 'abc123def456');
    const Adjust = { initSdk: vi.fn(), stop: vi.fn(), restart: vi.fn() };
    adjust.window.Adjust = Adjust;
    expect([adjust.loaded(), adjust.stop(), adjust.resume()]).toEqual([true, true, true]);
    expect(Adjust.initSdk.mock.calls).toEqual([[{ appToken: 'abc123def456', environment: 'production' }]]);
    for (const call of [Adjust.stop, Adjust.restart]) expect(call).toHaveBeenCalledExactlyOnceWith();
  });

  it('of Microsoft UET: denied, then as granted, then the script takes the list over', () => {
    const { window, start, loaded, stop, resume, update } = visit('microsoft-uet', '12345678');
    const all = ['marketing', 'cookies', 'pixels'];
    expect(start(all)).toBe(true);
    const list = window.uetq;
    const told = (act: string, value: string) => ['consent', act, { ad_storage: value }];
    expect(list).toEqual([...told('default', 'denied'), ...told('update', 'granted')]);
    const push = vi.fn();
    window.UET = class {
      push = push;
      options: unknown;
      constructor(options: unknown) {
        this.options = options;
      }
    };
    expect(loaded()).toBe(true);
    expect(window.uetq).toMatchObject({ options: { ti: '12345678', q: list } });
    expect([stop(), resume(all), update(['marketing', 'cookies'])]).toEqual([true, true, true]);
    expect(push.mock.calls).toEqual([
      ['pageLoad'],
      told('update', 'denied'),
      told('update', 'granted'),
      told('update', 'denied'),
    ]);
  });
});
