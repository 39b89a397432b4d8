import { z } from 'zod';
import { wanted } from '../fields.ts';

const PLACE = /^[a-z\d-]+(\.[a-z\d-]+)+(\/[\w./~@%-]*)?$/;
const NAME = /^[a-z\d-]+(\.[a-z\d-]+)+$/;

/** The cure for a host or path with other letters than Latin ones; undefined where there are none, or much else is wrong. */
function latinCure(place: string): string | undefined {
  const address = `https://${place}`;
  if (/^\p{ASCII}*$/u.test(place) || /[@:?#\\]/.test(place) || !URL.canParse(address)) return;
  const { hostname, pathname } = new URL(address);
  const latin = hostname + (place.includes('/') ? pathname : '');
  if (!PLACE.test(latin)) return;
  return `must be written in the Latin letters that browsers send for it. Write "${latin}".`;
}

/** A host with or without the beginning of a path, such as `example.com` or `example.com/api`; no scheme, no port. */
export const host = z.string(wanted('must be text', 'Write one such as "example.com".')).regex(PLACE, {
  error: ({ input }) =>
    latinCure(String(input)) ??
    'must be a host in lower case, with or without a path, and without "https://", port or "*". Write one such as "example.com", which stands for its subdomains, too, or "example.com/pixel".',
});

/** Domains under which anybody can have one: those that Kazakh and Russian sites are likely to have (publicsuffix.org). */
const SHARED = new Set([
  ...['com', 'edu', 'gov', 'mil', 'net', 'org'].map((name) => `${name}.kz`),
  ...['ac', 'com', 'edu', 'gov', 'int', 'mil', 'msk', 'net', 'org', 'pp', 'spb'].map((name) => `${name}.ru`),
]);

const isAddress = (name: string): boolean => /^[\d.]+$/.test(name);

/** What is wrong with a domain for whose hosts no browser would keep a cookie. */
function domainFault(name: string): string {
  if (isAddress(name))
    return 'is an IP address, which has no hosts to share a choice. Leave it out to keep the choice on one host.';
  if (/^[a-z\d-]+$/.test(name) || SHARED.has(name))
    return `is no domain of one site alone, so browsers refuse a cookie for it. Write the site's own, such as "example.${name}".`;
  const cure = 'Write one such as "example.kz", or leave it out to keep the choice on one host.';
  return latinCure(name) ?? `must be a host name without a leading dot. ${cure}`;
}

const error = ({ input }: { input?: unknown }) => domainFault(String(input));

/** A domain whose hosts share a cookie; none that browsers refuse one for. */
export const domain = z
  .string(wanted('must be text', 'Write one such as "example.kz".'))
  .regex(NAME, { error, abort: true })
  .refine((name) => !isAddress(name) && !SHARED.has(name), { error });
