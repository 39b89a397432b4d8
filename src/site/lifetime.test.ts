import { describe, expect, it } from 'vitest';
import { daysOf, type Lifetime, parseLifetime } from './lifetime.ts';

describe('parseLifetime', () => {
  it.each<[string, Lifetime]>([
    ['session', 'session'],
    ['until erased', 'until erased'],
    ['30 minutes', { count: 30, unit: 'minute' }],
    ['1 hour', { count: 1, unit: 'hour' }],
    ['90 days', { count: 90, unit: 'day' }],
    ['13 months', { count: 13, unit: 'month' }],
    ['1 year', { count: 1, unit: 'year' }],
  ])('reads "%s"', (text, lifetime) => {
    expect(parseLifetime(text)).toEqual(lifetime);
  });

  it.each([
    ...['', ' ', 'forever', 'days', '90', '0 days', '-1 days', '1.5 years', '90days', '90  days', ' 90 days'],
    ...['90 days ', '90 Days', 'Session', 'until erased!', '2 weeks', '1e3 days', '01 days', '123456 days'],
    ...['90 дней', 'constructor', '1 constructor'],
  ])('reads nothing in "%s"', (text) => {
    expect(parseLifetime(text)).toBeUndefined();
  });
});

describe('daysOf', () => {
  it('counts a visit as no time and what has no end as endless', () => {
    expect([daysOf('session'), daysOf('until erased')]).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  it.each([
    ['1440 minutes', 1],
    ['48 hours', 2],
    ['90 days', 90],
  ])('gives "%s" as %d days', (text, days) => {
    expect(daysOf(parseLifetime(text) as Lifetime)).toBeCloseTo(days, 9);
  });

  it('puts thirteen months within 396 days, and two years and 400 days above', () => {
    const days = (text: string) => daysOf(parseLifetime(text) as Lifetime);
    expect(days('13 months')).toBeLessThanOrEqual(396);
    expect(days('2 years')).toBeGreaterThan(396);
    expect(days('400 days')).toBeGreaterThan(396);
  });

  it('orders a year like twelve months', () => {
    const days = (text: string) => daysOf(parseLifetime(text) as Lifetime);
    expect(Math.abs(days('1 year') - days('12 months'))).toBeLessThan(1);
  });
});
