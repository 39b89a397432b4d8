import { holds, shape } from './judge.ts';

/** Attributes of elements that make the browser ask for something. */
const REQUESTS = shape(
  '^((script|img|i?frame|link|audio|video|source|track|embed|object|input|image) (src|srcset|imagesrcset|href|data|poster)|(a|area) ping)$',
);

/** The name under which the HTML filter keeps an address. */
export const MARK = 'data-held-';

/** An attribute's name without its namespace and without our mark. */
export const bare = (name: unknown): string => `${name}`.toLowerCase().replace(/^xlink:|^data-held-/, '');

/** Whether an attribute asks for something that has to be held back. Lists of addresses are looked at one by one. */
export function offends(tag: string, name: string, value: unknown): boolean {
  if (!REQUESTS.test(`${tag} ${name}`)) return false;
  if (!/set|ping/.test(name)) return holds(value, tag);
  return `${value}`.split(/[\s,]+/).some((part) => holds(part, tag));
}
