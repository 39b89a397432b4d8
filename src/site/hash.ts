import { createHash } from 'node:crypto';

/** The first `length` characters of a SHA-256 hash, base64url, of a value as JSON with sorted keys. */
export const fingerprint = (value: unknown, length: number): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('base64url')
    .slice(0, length);

/** A subresource integrity value. */
export const integrityOf = (body: string): string =>
  `sha256-${createHash('sha256').update(body).digest('base64')}`;

/** Short hash of a file's content for its name: eight hexadecimal digits of SHA-256. */
export const nameHash = (body: string): string => createHash('sha256').update(body).digest('hex').slice(0, 8);

/** A hash as a Content-Security-Policy source. */
export const cspHash = (body: string): string =>
  `'sha256-${createHash('sha256').update(body).digest('base64')}'`;

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}
