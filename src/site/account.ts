import type { Preset } from '../trackers/preset.ts';

/** What `{id}` and `{options}` of a preset stand for on one site. */
export interface Filling {
  /** The site's account at the vendor. */
  id: string;
  options: Record<string, unknown>;
}

/** An account inside an address: what would end its part is written as a browser writes it. */
const inAddress = (id: string): string => encodeURIComponent(id).replace(/%2F/g, '/');

/**
 * Puts account and options into a value of a preset, in texts and names of keys at any depth. A text that is nothing
 * but `{options}` or `{id:number}` becomes that value; inside an address the account is encoded.
 */
export function fill<Value>(value: Value, filling: Filling): Value;
export function fill(value: unknown, filling: Filling): unknown {
  const { id, options } = filling;
  if (value === '{options}') return structuredClone(options);
  if (value === '{id:number}') return Number(id);
  if (typeof value === 'string') {
    const account = /^(https?:)?\//.test(value) ? inAddress(id) : id;
    return value.replace(/\{id(:number)?\}/g, () => account);
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, filling));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [fill(key, filling), fill(child, filling)]),
  );
}

/** Whether an account has the shape that the vendor's have. */
export const fitsAccount = (id: string, { pattern }: NonNullable<Preset['account']>): boolean =>
  new RegExp(`^(?:${pattern})$`).test(id);
