import Cookies from 'js-cookie';
import { rules } from '../site.ts';

/* The one owner of the record cookie. Nothing here throws: cookies may be off, or forbidden in a sandbox. */

/** The cookie's value; empty when there is none. */
export function readRecord(): string {
  try {
    return Cookies.get(rules.cookie.name) ?? '';
  } catch {
    return '';
  }
}

/**
 * Writes the value, for the configured domain where that holds this host and else for this host alone, and says
 * whether it is really there. A past `expires` with an empty value removes the cookie.
 */
export function writeRecord(value: string, expires: Date): boolean {
  const { name, domain } = rules.cookie;
  // A host-only twin from an older configuration would be read first; then it gets the value too.
  return [domain, ''].some((scope) => {
    try {
      Cookies.set(name, value, {
        domain: scope as string,
        secure: location.protocol === 'https:',
        sameSite: 'Lax',
        expires,
      });
    } catch {
      // Told apart by reading back.
    }
    return readRecord() === value;
  });
}
