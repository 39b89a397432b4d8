import type { Step } from '../../contract.ts';

type Place = Record<string, unknown>;
type Vendor = (...args: unknown[]) => void;

/** Whether a purpose, technology or tracker is granted. */
type Allows = (name: string) => boolean;

/** Where the last name of a path stands. Throws when something on the way is missing. */
function find(path: string): [owner: Place, name: string] {
  const names = path.split('.');
  const last = names.pop() as string;
  return [names.reduce((place, name) => place[name] as Place, window as unknown as Place), last];
}

/** What stands at a path, made by `make` where nothing is. */
function ensure<Value>(path: string, make: () => Value): Value {
  const [owner, name] = find(path);
  owner[name] ??= make();
  return owner[name] as Value;
}

/** A value of the configuration with its run-time parts filled in. */
function fill(value: unknown, allows: Allows): unknown {
  if (Array.isArray(value)) return value.map((part) => fill(part, allows));
  if (typeof value === 'object' && value)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part, allows)]));
  if (value === '{now}') return Date.now();
  if (value === '{date}') return new Date();
  // Queries hold what belongs to the visitor alone.
  if (value === '{page}') return location.origin + location.pathname;
  const words = /^\{if (.*)\}$/.exec(`${value}`)?.[1];
  if (words === undefined) return value;
  return words.split(' ').every(allows) ? 'granted' : 'denied';
}

/** A function that keeps its calls until the vendor's script is there. */
function createStub({ stub, queue, keeps, through = '' }: Extract<Step, { stub: string }>): Vendor {
  // The vendor reads `arguments` objects, which an array is not.
  const call = function (this: unknown, ...args: unknown[]) {
    const real = (call as unknown as Place)[through];
    // biome-ignore lint/complexity/noArguments: see above
    const kept = keeps === 'timed' ? [Date.now(), ...args] : keeps === 'list' ? args : arguments;
    if (real) (real as Vendor).apply(call, args);
    else
      ensure(queue, (): unknown[] => []).push(
        ...(keeps === 'named' ? [stub.split('.').pop(), kept] : [kept]),
      );
  };
  return call;
}

function run(step: Step, allows: Allows): void {
  if ('list' in step) ensure(step.list, () => []);
  else if ('stub' in step) {
    ensure(step.stub, () => createStub(step));
    ensure(step.queue, () => []);
  } else if ('methods' in step) {
    const list = ensure(step.methods, (): unknown[] => []);
    for (const name of step.names)
      (list as unknown as Place)[name] = (...args: unknown[]) => list.push([name, ...args]);
  } else if ('wrap' in step) {
    const [owner, name] = find(step.wrap);
    const [place, by] = find(step.by);
    const Class = place[by] as new (options: object) => object;
    owner[name] = new Class({ ...(fill(step.options, allows) as object), q: owner[name] });
  } else {
    const [owner, name] = find('call' in step ? step.call : 'set' in step ? step.set : step.alias);
    if ('set' in step) owner[name] = fill(step.to, allows);
    else if ('alias' in step) {
      const [place, of] = find(step.of);
      owner[name] = place[of];
    } else (owner[name] as Vendor).apply(owner, fill(step.args ?? [], allows) as unknown[]);
  }
}

/**
 * Runs vendor calls and flags in order. True when all of them were done; false as soon as a function is
 * missing or throws, because then the vendor cannot be said to have stopped.
 */
export function runSteps(steps: readonly Step[] = [], allows: Allows = () => false): boolean {
  try {
    for (const step of steps) run(step, allows);
    return true;
  } catch {
    return false;
  }
}
