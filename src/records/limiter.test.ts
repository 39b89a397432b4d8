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
    for (let number = 0; number < 100_000; number++) limiter.wait(`2001:db8::${number.toString(16)}`, 1e12);
    const waits = [1, 2, 3].map(() => limiter.wait('203.0.113.7', 1e12));
    expect(waits).toEqual([0, 0, 60]);
  });
});
