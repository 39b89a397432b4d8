import type { ConsentRecord } from '../types.ts';
import type { Settings } from './settings.ts';

/** What a cookie value of `encodeRecord` is made of; nothing of it ends a header or an attribute. */
const VALUE = /^[\w|:.~*!-]{1,4000}$/;

const valueIn = (header: string, name: string): string | undefined =>
  header
    .split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/**
 * `Set-Cookie` that gives the visitor's own record cookie back as the browser sent it, until the record's end: a cookie
 * set by a header is not cut to seven days. Undefined when the browser sent none, or one of another decision, so that
 * nobody can plant a record by posting one.
 */
export function renewal(
  header: string | undefined,
  record: ConsentRecord,
  { cookie, secure }: { cookie: Settings['cookie']; secure: boolean },
): string | undefined {
  const value = valueIn(header ?? '', cookie.name);
  const { id, at, until, locale, via, revision } = record;
  const head = [1, id, at, until, locale, via, revision, ''].join('|');
  if (!value || !VALUE.test(value) || !value.startsWith(head)) return undefined;
  const attributes = [
    `${cookie.name}=${value}`,
    'Path=/',
    ...(cookie.domain ? [`Domain=${cookie.domain}`] : []),
    `Expires=${new Date(until).toUTCString()}`,
    'SameSite=Lax',
    ...(secure ? ['Secure'] : []),
  ];
  return attributes.join('; ');
}
