import { describe, expect, it } from 'vitest';
import type { Details, TrackerDetails } from '../contract.ts';
import { type Choice, choiceOf, statusOf, toggle } from './choice.ts';
import type { Screen } from './view.ts';

const tracker = (id: string, purpose: string, uses: string[]) => ({ id, purpose, uses }) as TrackerDetails;
const TRACKERS = [
  tracker('count', 'analytics', ['cookies', 'pixels']),
  tracker('ads', 'marketing', ['pixels']),
  tracker('more-ads', 'marketing', ['cookies']),
];
const pressed = (...presses: string[]) =>
  [...presses.reduce<Choice>((choice, name) => toggle(choice, name, TRACKERS), new Set())].sort();

describe('a press on a switch', () => {
  it('of a purpose takes its trackers along, and no technology', () => {
    expect(pressed('marketing')).toEqual(['ads', 'marketing', 'more-ads']);
    expect(pressed('marketing', 'ads', 'marketing')).toEqual([]);
  });

  it('of a tracker switches its purpose on; the last one that goes off switches it off', () => {
    expect(pressed('ads')).toEqual(['ads', 'marketing']);
    expect(pressed('marketing', 'ads')).toEqual(['marketing', 'more-ads']);
    expect(pressed('marketing', 'ads', 'more-ads')).toEqual([]);
  });

  it('of a technology changes nothing else', () => {
    expect(pressed('cookies', 'count')).toEqual(['analytics', 'cookies', 'count']);
    expect(pressed('cookies', 'count', 'cookies')).toEqual(['analytics', 'count']);
  });

  it('leaves the choice before it as it was', () => {
    const before: Choice = new Set();
    toggle(before, 'ads', TRACKERS);
    expect(before.size).toBe(0);
  });
});

describe('what comes of a tracker', () => {
  const details = {
    texts: { off: 'off', willRun: 'runs', willNotRun: 'lacks {{missing}}' },
    technologies: [
      { id: 'cookies', name: 'Cookies' },
      { id: 'pixels', name: '$& pixels' },
    ],
    purposes: [{ id: 'analytics', name: 'Analytics' }],
  } as unknown as Details;
  const status = (...on: string[]) =>
    statusOf(TRACKERS[0] as TrackerDetails, { details, choice: new Set(on) } as unknown as Screen);

  it('is said by its own switch, its purpose and every technology it uses', () => {
    expect(status('analytics', 'cookies', 'pixels')).toBe('off');
    expect(status('count', 'analytics', 'cookies', 'pixels')).toBe('runs');
    expect(status('count', 'analytics', 'cookies')).toBe('lacks $& pixels');
    expect(status('count')).toBe('lacks Cookies, $& pixels, Analytics');
  });
});

it('starts with nothing, or with what the record grants', () => {
  expect(choiceOf({ phase: 'undecided', why: 'first-visit' }).size).toBe(0);
  const granted = { purposes: ['marketing'], technologies: ['pixels'], trackers: ['ads'] };
  const state = { phase: 'decided', record: { granted } } as never;
  expect([...choiceOf(state)]).toEqual(['marketing', 'pixels', 'ads']);
});
