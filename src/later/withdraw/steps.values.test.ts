import { afterEach, describe, expect, it, vi } from 'vitest';
import { runSteps } from './steps.ts';

const page = (window: Record<string, unknown>) => {
  vi.stubGlobal('window', window);
  return window;
};

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('run-time values', () => {
  const valueFor = (to: unknown, granted: string[] = []) => {
    const window = page({});
    expect(runSteps([{ set: 'value', to }], (name) => granted.includes(name))).toBe(true);
    return window.value;
  };

  it('are the time as a number and as a date', () => {
    vi.useFakeTimers({ now: 1000 });
    expect(valueFor(['{now}', '{date}'])).toEqual([1000, new Date(1000)]);
  });

  it('are the address of the page without query and fragment', () => {
    const address = new URL('https://user@site.kz:8443/kk/zaim?iin=1#form');
    vi.stubGlobal('location', address);
    expect(valueFor('{page}')).toBe('https://site.kz:8443/kk/zaim');
  });

  it.each([
    [['marketing', 'cookies'], 'granted'],
    [['marketing'], 'denied'],
    [['cookies'], 'denied'],
    [[], 'denied'],
  ])('with %j granted tell the vendor: %s', (granted, told) => {
    expect(valueFor('{if marketing cookies}', granted)).toBe(told);
  });

  it('are denied where nobody says what is granted', () => {
    const window = page({});
    runSteps([{ set: 'value', to: '{if marketing}' }]);
    expect(window.value).toBe('denied');
  });

  it('are found at any depth, and in arguments', () => {
    const call = vi.fn();
    page({ call });
    runSteps([{ call: 'call', args: [{ deep: ['{if a}', null, 1] }] }], () => true);
    expect(call.mock.calls).toEqual([[{ deep: ['granted', null, 1] }]]);
  });

  it.each(['{nows}', 'a {now}', '{if}', 'now'])('leave %j as it is', (text) => {
    expect(valueFor(text)).toBe(text);
  });
});
