import { describe, expect, it, vi } from 'vitest';
import { describeSamples, RIGHT, saidOf } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

/** What is wrong, the right text, the wrong one in its place, and the one sentence that is said. */
const WRONG: [what: string, right: string, wrong: string, said: string][] = [
  [
    'a script as the address of the contact',
    '"email": "info@sample.kz"',
    '"url": "javascript:alert(1)"',
    '5:18: operator.contact.url: must be an https:// address or a path of the site. Write one address, or { "kk": address, "ru": address }.',
  ],
  [
    'data as the address of the policy',
    '"protocol": "№1",',
    '"protocol": "№1", "url": "data:text/html,x",',
    '9:23: policy.url: must be an https:// address or a path of the site. Write one address, or { "kk": address, "ru": address }.',
  ],
  [
    'a script as the address of a provider',
    '"country": "KZ" }',
    '"country": "KZ", "url": "javascript:alert(1)" }',
    '32:59: trackers[3].provider.url: must be an https:// address or a path of the site. Write one address, or { "kk": address, "ru": address }.',
  ],
  [
    'a path that leads to another site',
    '"country": "KZ" }',
    '"country": "KZ", "url": "/\\\\\\\\other.example/" }',
    '32:59: trackers[3].provider.url: must be an https:// address or a path of the site. Write one address, or { "kk": address, "ru": address }.',
  ],
  [
    'a host with a scheme',
    '"cdn.site.example"',
    '"https://cdn.site.example"',
    '16:13: allow[0]: must be a host in lower case, with or without a path, and without "https://", port or "*". Write one such as "example.com", which stands for its subdomains, too, or "example.com/pixel".',
  ],
  [
    'a host in Cyrillic',
    '"cdn.site.example"',
    '"Сайт.қаз"',
    '16:13: allow[0]: must be written in the Latin letters that browsers send for it. Write "xn--80aswg.xn--80ao21a".',
  ],
  [
    'a path in Cyrillic',
    '"cdn.site.example"',
    '"site.example/пиксель"',
    '16:13: allow[0]: must be written in the Latin letters that browsers send for it. Write "site.example/%D0%BF%D0%B8%D0%BA%D1%81%D0%B5%D0%BB%D1%8C".',
  ],
  [
    'a host in Cyrillic with a port',
    '"cdn.site.example"',
    '"сайт.қаз:8443"',
    '16:13: allow[0]: must be a host in lower case, with or without a path, and without "https://", port or "*". Write one such as "example.com", which stands for its subdomains, too, or "example.com/pixel".',
  ],
  [
    'a domain in Cyrillic',
    '"termDays": 180',
    '"cookie": { "domain": "сайт.қаз" }',
    '13:15: cookie.domain: must be written in the Latin letters that browsers send for it. Write "xn--80aswg.xn--80ao21a".',
  ],
  [
    'a domain of a whole country',
    '"termDays": 180',
    '"cookie": { "domain": "kz" }',
    '13:15: cookie.domain: is no domain of one site alone, so browsers refuse a cookie for it. Write the site\'s own, such as "example.kz".',
  ],
  [
    'a domain that many share',
    '"termDays": 180',
    '"cookie": { "domain": "com.kz" }',
    '13:15: cookie.domain: is no domain of one site alone, so browsers refuse a cookie for it. Write the site\'s own, such as "example.com.kz".',
  ],
  [
    'an IP address as a domain',
    '"termDays": 180',
    '"cookie": { "domain": "127.0.0.1" }',
    '13:15: cookie.domain: is an IP address, which has no hosts to share a choice. Leave it out to keep the choice on one host.',
  ],
  [
    'a route with half a star',
    '"/nesie/*"',
    '"/ne*sie"',
    '17:23: protectedRoutes[0]: must begin with "/" or "#", and "*" must be a whole segment or stand at the end. Write one such as "/kabinet/*".',
  ],
  [
    'a route with a query',
    '"/nesie/*"',
    '"/nesie?step=2"',
    '17:23: protectedRoutes[0]: holds a query, which is not looked at. Write "/nesie".',
  ],
  [
    'a folder with a query',
    '"termDays": 180',
    '"base": "/kelisim/?v=1/"',
    '13:3: base: must be the path or https:// address where the built files lie, without "?" and "#" and with "/" at its end. Write one such as "/kelisim/".',
  ],
  [
    'a folder with a fragment',
    '"termDays": 180',
    '"base": "/kelisim/#/"',
    '13:3: base: must be the path or https:// address where the built files lie, without "?" and "#" and with "/" at its end. Write one such as "/kelisim/".',
  ],
];

describe('a configuration with one wrong address, host or route', () => {
  it.each(WRONG)('is told of %s in one sentence', (_what, right, wrong, said) => {
    expect(RIGHT.split(right)).toHaveLength(2);
    expect(saidOf(RIGHT.replace(right, wrong))).toEqual([`consent.config.json:${said}`]);
  });
});
