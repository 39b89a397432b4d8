/**
 * An address in its parts, as the page would ask for it; without an origin where it is none. Never throws, also on a page
 * that has a `URL` of its own.
 */
export const readAddress = (href: string): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href });
