import { describe, expect, it } from 'vitest';
import { presets } from '../../trackers/index.ts';
import { startItem, step } from './steps.ts';

const STEPS: [what: string, item: unknown][] = [
  ['a call', { call: 'ym', args: [1, { a: '{now}' }] }],
  ['a value', { set: 'ga-disable-{id}', to: false }],
  ['a second name', { alias: 'VendorObject', of: 'vendor' }],
  ['an array', { list: 'dataLayer' }],
  ['a stub', { stub: 'ym', queue: 'ym.a', keeps: 'timed', through: 'callMethod' }],
  ['methods', { methods: 'ttq', names: ['page', 'track'] }],
  ['an object of a class', { wrap: 'uetq', by: 'UET', options: { ti: '1' } }],
];

describe('a step in a configuration', () => {
  it.each(STEPS)('is %s, also to start with', (_what, item) => {
    expect(step.safeParse(item).data).toEqual(item);
    expect(startItem.safeParse(item).data).toEqual(item);
  });

  it.each([
    {},
    { call: 'alert(1)' },
    { set: 'x' },
    { alias: 'x' },
    { stub: 'x' },
    { list: 'x', queue: 'y' },
    { methods: 'x', names: ['a b'] },
    { script: 'https://a.example/' },
  ])('is not %j', (item) => {
    expect(step.safeParse(item).success).toBe(false);
  });

  it('can be whatever a preset does', () => {
    const refused = presets.flatMap(({ id, start, stop, resume, update }) =>
      [...(start ?? []), ...(stop || []), ...(resume ?? []), ...(update ?? [])]
        // The account of some stands for a whole address.
        .filter((item) => !('script' in item && item.script === '{id}') && !startItem.safeParse(item).success)
        .map((item) => `${id}: ${JSON.stringify(item)}`),
    );
    expect(refused).toEqual([]);
  });
});
