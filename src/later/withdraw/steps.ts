import type { Step } from '../../contract.ts';

type Place = Record<string, unknown>;
type Vendor = (...args: unknown[]) => void;

/**
 * Runs vendor calls and flags in order. True when all of them were done; false as soon as a function is
 * missing or throws, because then the vendor cannot be said to have stopped.
 */
export function runSteps(steps: readonly Step[] = []): boolean {
  try {
    for (const step of steps) {
      const path = ('call' in step ? step.call : step.set).split('.');
      const last = path.pop() as string;
      const owner = path.reduce((place, name) => place[name] as Place, window as unknown as Place);
      if ('set' in step) owner[last] = step.to;
      else (owner[last] as Vendor).apply(owner, step.args ?? []);
    }
    return true;
  } catch {
    return false;
  }
}
