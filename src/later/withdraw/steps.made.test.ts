import { afterEach, describe, expect, it, vi } from 'vitest';
import { runSteps } from './steps.ts';

type Vendor = (...args: unknown[]) => unknown;

const page = (window: Record<string, unknown>) => {
  vi.stubGlobal('window', window);
  return window;
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a stub', () => {
  const argumentsOf = (value: unknown) => [
    Object.prototype.toString.call(value),
    Array.from(value as ArrayLike<unknown>),
  ];

  it('keeps its calls as real arguments objects, because vendors pass over arrays', () => {
    const window = page({});
    expect(runSteps([{ stub: 'gtag', queue: 'dataLayer' }])).toBe(true);
    expect(window.dataLayer).toEqual([]);
    (window.gtag as Vendor)('js', 1);
    expect((window.dataLayer as unknown[]).map(argumentsOf)).toEqual([['[object Arguments]', ['js', 1]]]);
  });

  it('has its queue on itself where the vendor looks for it there', () => {
    const window = page({});
    runSteps([
      { stub: 'hj', queue: 'hj.q' },
      { call: 'hj', args: ['event'] },
    ]);
    expect((window.hj as unknown as { q: unknown[] }).q.map(argumentsOf)).toEqual([
      ['[object Arguments]', ['event']],
    ]);
  });

  it.each<['list' | 'timed', unknown[]]>([
    ['list', [['a', 1]]],
    ['timed', [[1000, 'a', 1]]],
  ])('keeps them as %s', (keeps, kept) => {
    const window = page({});
    vi.useFakeTimers({ now: 1000 });
    runSteps([
      { stub: 'vendor', queue: 'queue', keeps },
      { call: 'vendor', args: ['a', 1] },
    ]);
    expect(window.queue).toEqual(kept);
  });

  it('keeps them named: its last name, then the arguments object', () => {
    const window = page({ vendor: {} });
    runSteps([
      { stub: 'vendor.track', queue: 'queue', keeps: 'named' },
      { call: 'vendor.track', args: ['a', 1] },
    ]);
    const [name, kept, ...more] = window.queue as unknown[];
    expect([name, argumentsOf(kept), more]).toEqual(['track', ['[object Arguments]', ['a', 1]], []]);
  });

  it('goes through to what the vendor has put on it', () => {
    const window = page({});
    runSteps([
      { stub: 'fbq', queue: 'fbq.queue', through: 'callMethod' },
      { call: 'fbq', args: ['early'] },
    ]);
    const fbq = window.fbq as unknown as { queue: unknown[]; callMethod: Vendor };
    fbq.callMethod = vi.fn<Vendor>();
    runSteps([{ call: 'fbq', args: ['late', 2] }]);
    expect(vi.mocked(fbq.callMethod).mock.calls).toEqual([['late', 2]]);
    expect(vi.mocked(fbq.callMethod).mock.contexts[0]).toBe(fbq);
    expect(fbq.queue).toHaveLength(1);
  });

  it('leaves what is there, function and queue', () => {
    const queue = ['old'];
    const ym = vi.fn();
    const window = page({ ym, queue });
    expect(runSteps([{ stub: 'ym', queue: 'queue' }])).toBe(true);
    expect(window.ym).toBe(ym);
    expect(window.queue).toBe(queue);
  });
});

describe('other things that snippets make', () => {
  it('a list, where none is', () => {
    const there = ['old'];
    const window = page({ there });
    expect(runSteps([{ list: 'there' }, { list: 'fresh' }])).toBe(true);
    expect(window.there).toBe(there);
    expect(window.fresh).toEqual([]);
  });

  it('methods that put their name and arguments on the list', () => {
    const window = page({});
    expect(runSteps([{ methods: 'ttq', names: ['page', 'track'] }])).toBe(true);
    runSteps([{ call: 'ttq.page' }, { call: 'ttq.track', args: ['a', 1] }]);
    expect(Array.from(window.ttq as unknown[])).toEqual([['page'], ['track', 'a', 1]]);
  });

  it('a second name for the same value', () => {
    const window = page({ fbq: vi.fn() });
    expect(runSteps([{ alias: '_fbq', of: 'fbq' }])).toBe(true);
    expect(window._fbq).toBe(window.fbq);
  });

  it('an object of the vendor in the place of its list', () => {
    class UET {
      options: unknown;
      constructor(options: unknown) {
        this.options = options;
      }
    }
    const uetq = ['old'];
    const window = page({ UET, uetq });
    const options = { ti: '1', who: '{if all}' };
    expect(runSteps([{ wrap: 'uetq', by: 'UET', options }], () => true)).toBe(true);
    expect(window.uetq).toBeInstanceOf(UET);
    expect((window.uetq as UET).options).toEqual({ ti: '1', who: 'granted', q: uetq });
  });
});
