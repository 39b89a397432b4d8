import { vi } from 'vitest';
import type { StartItem, Step } from '../../src/contract.ts';
import { runSteps } from '../../src/later/withdraw/steps.ts';
import { presets } from '../../src/trackers/index.ts';
import type { Preset } from '../../src/trackers/preset.ts';

/** A step's value with the site's account and the preset's options in it. */
function fill(value: unknown, preset: Preset, account: string): unknown {
  if (value === '{options}') return preset.options;
  if (value === '{id:number}') return Number(account);
  if (typeof value === 'string') return value.replaceAll('{id}', account);
  if (Array.isArray(value)) return value.map((part) => fill(part, preset, account));
  if (typeof value !== 'object' || !value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key.replaceAll('{id}', account),
      fill(part, preset, account),
    ]),
  );
}

/**
 * One vendor on one page, `https://site.kz/kk/`, at 1000 ms since 1970: its steps with an account filled in. Stubs
 * globals and timers of vitest; the test takes them back. Each function says whether all of its steps were done.
 */
export function visit(id: string, account: string) {
  const preset = presets.find((one) => one.id === id) as Preset;
  const window: Record<string, unknown> = {};
  vi.stubGlobal('window', window);
  vi.stubGlobal('location', { origin: 'https://site.kz', pathname: '/kk/', search: '?iin=1', hash: '#form' });
  vi.useFakeTimers({ now: 1000 });
  const run = (items: readonly StartItem[] | false = [], granted: string[] = []) => {
    const steps = (items || []).filter((item): item is Step => !('script' in item) && !('pixel' in item));
    return runSteps(fill(steps, preset, account) as Step[], (name) => granted.includes(name));
  };
  const script = preset.start.findIndex((item) => 'script' in item);
  return {
    window,
    /** What comes before the script. */
    start: (granted?: string[]) => run(preset.start.slice(0, script), granted),
    /** What comes after it. */
    loaded: (granted?: string[]) => run(preset.start.slice(script + 1), granted),
    stop: () => run(preset.stop),
    resume: (granted?: string[]) => run(preset.resume, granted),
    update: (granted?: string[]) => run(preset.update, granted),
  };
}

/** Calls that a stub has kept, each as a plain list; empties the queue. */
export const calls = (queue: unknown): unknown[][] =>
  (queue as ArrayLike<unknown>[]).splice(0).map((one) => Array.from(one));
