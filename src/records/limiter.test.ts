import { describe, expect, it } from 'vitest';
import { createLimiter } from './limiter.ts';

describe('the limit of an address', () => {
  it('is counted by the minute', () => {
    const limiter = createLimiter(2);
    const waits = [0, 10_000, 20_000, 59_000, 60_000].map((now) => limiter.wait('203.0.113.7', 1e12 + now));
    expect(waits).toEqual([0, 0, 40, 1, 0]);
  });

  it('still holds after a flood of addresses, which takes no more memory', () => {
    const limiter = createLimiter(2);
    for (let number = 0; number < 100_000; number++)
      limiter.wait(`2001:db8:${(number >> 16).toString(16)}:${(number & 0xffff).toString(16)}::1`, 1e12);
    const waits = [1, 2, 3].map(() => limiter.wait('203.0.113.7', 1e12));
    expect(waits).toEqual([0, 0, 60]);
  });

  it('starts anew when the clock is put back, and keeps nobody waiting until it is where it was', () => {
    const limiter = createLimiter(1);
    const waits = [0, 1, -36e5, -36e5 + 1000].map((now) => limiter.wait('203.0.113.7', 1e12 + now));
    expect(waits).toEqual([0, 60, 0, 59]);
  });

  it('is that of the network for IPv6, whichever address of it is used', () => {
    const limiter = createLimiter(1);
    const waits = ['2001:db8:0:1::1', '2001:DB8::1:ffff:0:0:2', '2001:db8:0:2::1'].map((address) =>
      limiter.wait(address, 1e12),
    );
    expect(waits).toEqual([0, 60, 0]);
  });
});
