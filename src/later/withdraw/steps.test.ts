import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Step } from '../../contract.ts';
import { runSteps } from './steps.ts';

const page = (window: Record<string, unknown>) => {
  vi.stubGlobal('window', window);
  return window;
};

afterEach(() => vi.unstubAllGlobals());

describe('runSteps', () => {
  it('calls a function of window', () => {
    const ym = vi.fn();
    page({ ym });
    expect(runSteps([{ call: 'ym' }])).toBe(true);
    expect(ym.mock.calls).toEqual([[]]);
  });

  it('calls a function on its owner, so that `this` is the vendor', () => {
    const vendor = { api: { stop: vi.fn() } };
    page({ vendor });
    expect(runSteps([{ call: 'vendor.api.stop' }])).toBe(true);
    expect(vendor.api.stop.mock.contexts[0]).toBe(vendor.api);
  });

  it.each([[[]], [[1, 'x', null, false]], [[{ deep: [1] }, []]]])('hands over the arguments %j', (args) => {
    const stop = vi.fn();
    page({ stop });
    runSteps([{ call: 'stop', args }]);
    expect(stop.mock.calls).toEqual([args]);
  });

  it.each([true, false, 0, '', null, { a: 1 }])('sets a flag to %j', (to) => {
    const window = page({ vendor: {} });
    expect(
      runSteps([
        { set: 'disabled', to },
        { set: 'vendor.disabled', to },
      ]),
    ).toBe(true);
    expect(window).toEqual({ disabled: to, vendor: { disabled: to } });
  });

  it.each<[string, Step]>([
    ['a missing function', { call: 'nothing' }],
    ['a function of a missing vendor', { call: 'nothing.stop' }],
    ['a missing function of a vendor', { call: 'vendor.nothing' }],
    ['something that is no function', { call: 'vendor.text' }],
    ['a flag on a missing vendor', { set: 'nothing.disabled', to: true }],
    ['a flag on a frozen vendor', { set: 'frozen.disabled', to: true }],
    ['a function that throws', { call: 'vendor.bad' }],
    ['a vendor that is null', { call: 'none.stop' }],
    ['a stub on a missing vendor', { stub: 'nothing.track', queue: 'queue' }],
    ['a stub whose queue has no place', { stub: 'fresh', queue: 'nothing.q' }],
    ['a list on a missing vendor', { list: 'nothing.q' }],
    ['methods on a missing vendor', { methods: 'nothing.q', names: ['page'] }],
    ['a second name for something on a missing vendor', { alias: 'copy', of: 'nothing.call' }],
    ['an object of a missing class', { wrap: 'vendor', by: 'Nothing', options: {} }],
  ])('says no to %s, without throwing', (_case, step) => {
    const bad = () => {
      throw new Error('vendor');
    };
    page({ vendor: { text: 'x', bad }, frozen: Object.freeze({}), none: null });
    expect(runSteps([step])).toBe(false);
  });

  it('takes the steps in order', () => {
    const seen: string[] = [];
    const window = page({ a: () => seen.push(`a ${window.flag}`), b: () => seen.push(`b ${window.flag}`) });
    expect(runSteps([{ call: 'a' }, { set: 'flag', to: 1 }, { call: 'b' }])).toBe(true);
    expect(seen).toEqual(['a undefined', 'b 1']);
  });

  it('ends at the first step that fails', () => {
    const after = vi.fn();
    page({ after });
    expect(runSteps([{ call: 'missing' }, { call: 'after' }])).toBe(false);
    expect(after).not.toHaveBeenCalled();
  });

  it('sees what an earlier step has made', () => {
    const window = page({});
    window.load = () => Object.assign(window, { vendor: { stop: vi.fn() } });
    expect(runSteps([{ call: 'load' }, { call: 'vendor.stop' }])).toBe(true);
  });

  it.each([undefined, []])('has nothing to do for %j', (steps) => {
    page({});
    expect(runSteps(steps)).toBe(true);
  });
});
