import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { cspByNginx, printedPolicies } from '../../e2e/support/nginx.ts';
import type { Grants } from '../types.ts';
import { encodeRecord, only } from '../widget/consent/record.ts';
import { cspText } from './csp.ts';
import { expand } from './expand.ts';
import { resolve } from './resolve.ts';
import { type SiteConfig, schema, type TrackerConfig } from './schema.ts';

const HASH = "'sha256-abc='";
const siteOf = (edit: Partial<SiteConfig> = {}) =>
  resolve({ ...expand(schema.parse(structuredClone(demo))), ...edit }, { kk: 'мәтін', ru: 'текст' });
const textOf = (edit: Partial<SiteConfig> = {}) => cspText(siteOf(edit), HASH);
const tracker = (id: string, edit: Partial<TrackerConfig> = {}): TrackerConfig => ({
  ...(siteOf().trackers[0] as TrackerConfig),
  ...{ id, hosts: undefined, start: [], stores: [] },
  ...edit,
});

/** The Cookie header of a visitor of this site who granted these names. */
function cookieOf(edit: Partial<SiteConfig>, granted: 'all' | string[], name = 'kelisim'): string {
  const { rules } = siteOf(edit);
  const grants: Grants = only(rules.asked, (word) => granted === 'all' || granted.includes(word));
  const head = ['a1b2', '2026-11-01T10:00:00.000Z', '2027-04-30T10:00:00.000Z', 'kk', 'save', rules.revision];
  return `${name}=${encodeRecord(head, rules.asked, grants)}`;
}
const directive = (policy: string | undefined, name: string) =>
  policy
    ?.split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.split(' ')
    .slice(1);

const ads = tracker('ads-1', { purpose: 'marketing', hosts: ['ads.example/px'], uses: ['pixels'] });
const heat = tracker('heat', { start: [{ script: 'https://static.hotjar.com/c.js' }] });
const two = { trackers: [ads, heat] };
const ADS = ['https://ads.example', 'wss://ads.example', 'https://*.ads.example', 'wss://*.ads.example'];
const HEAT = ['hotjar.com', '*.hotjar.com', 'hotjar.io', '*.hotjar.io'].flatMap((host) => [
  `https://${host}`,
  `wss://${host}`,
]);

describe('the printed policies', () => {
  it('name every host that a tracker or its preset has, and none', () => {
    const [full, locked, ...more] = printedPolicies(textOf(two));
    expect(more).toEqual([]);
    expect(directive(full, 'default-src')).toEqual(["'self'", ...ADS, ...HEAT]);
    expect(directive(full, 'script-src')).toEqual(["'self'", HASH, ...ADS, ...HEAT]);
    expect(locked).toBe(
      `default-src 'self'; script-src 'self' ${HASH}; worker-src 'self' blob:; base-uri 'self'; object-src 'none'`,
    );
  });

  it('keep scheme and port of an address, for all who share its host', () => {
    const [full] = printedPolicies(
      textOf({
        trackers: [
          tracker('one', {
            start: [{ pixel: 'https://px.example:8443/p' }],
            hosts: ['px.example', '10.0.0.1', 'www.px.kz'],
          }),
          tracker('two', { hosts: ['px.example/two'] }),
          tracker('four', { start: [{ pixel: 'https://a.px.example:9000/p' }], hosts: ['px.example'] }),
          tracker('three', { start: [{ script: 'http://127.0.0.1:4174/a.js' }, { script: '/own.js' }] }),
        ],
      }),
    );
    expect(directive(full, 'default-src')).toEqual([
      ...["'self'", 'https://px.example:8443', 'wss://px.example:8443', 'https://10.0.0.1', 'wss://10.0.0.1'],
      ...['https://www.px.kz', 'wss://www.px.kz'],
      ...['https://a.px.example:9000', 'wss://a.px.example:9000'],
      ...['http://127.0.0.1:4174', 'ws://127.0.0.1:4174'],
    ]);
  });

  it('keep what the site allows, and a folder of our files on another host, before a decision', () => {
    const allow = ['cdn.example/lib', 'a.cdn.example'];
    const [, locked] = printedPolicies(textOf({ ...two, allow, base: 'https://files.example/k;$/' }));
    const own = ["'self'", 'https://files.example/k%3B%24/'];
    const cdn = ['https://cdn.example', 'wss://cdn.example', 'https://*.cdn.example', 'wss://*.cdn.example'];
    expect(directive(locked, 'default-src')).toEqual([...own, ...cdn]);
    expect(directive(locked, 'script-src')).toEqual([...own, ...cdn, HASH]);
  });

  it('do not name the domain that shares the cookie: trackers are served from it, too', () => {
    expect(textOf({ cookie: { name: 'kelisim', domain: 'akshamat.kz' } })).not.toContain('akshamat.kz');
  });

  it('are one where no tracker has a host', () => {
    const text = textOf({ trackers: [tracker('own', { start: [{ script: '/own.js' }] })] });
    expect(printedPolicies(text)).toEqual([cspByNginx(text)]);
  });
});

describe('the maps for nginx', () => {
  const text = textOf(two);
  const [full, locked] = printedPolicies(text);
  const send = (cookie?: string) => cspByNginx(text, cookie);

  it('send the locked policy to a visitor without a record, or with one of somebody else', () => {
    expect(send()).toBe(locked);
    expect(send('a=b; other=1|x')).toBe(locked);
    expect(send(cookieOf(two, 'all', 'notkelisim'))).toBe(locked);
    expect(send(`x=${cookieOf(two, 'all')}`)).toBe(locked);
  });

  it('send everything where everything is granted, wherever the cookie stands', () => {
    expect(send(cookieOf(two, 'all'))).toBe(full);
    expect(send(`_ga=1; ${cookieOf(two, 'all')}; z=1|2`)).toBe(full);
  });

  it('send the hosts of a granted tracker alone', () => {
    const sent = send(cookieOf(two, ['marketing', 'pixels', 'ads-1', 'heat']));
    expect(directive(sent, 'default-src')).toEqual(["'self'", ...ADS]);
    expect(directive(sent, 'script-src')).toEqual(["'self'", HASH, ...ADS]);
  });

  it.each([
    ['its purpose', ['cookies', 'pixels', 'localStorage', 'heat']],
    ['a technology it uses', ['analytics', 'cookies', 'pixels', 'heat']],
    ['the tracker itself', ['analytics', 'cookies', 'pixels', 'localStorage']],
  ])('send no host of a tracker of which %s is refused', (_what, granted) => {
    expect(send(cookieOf(two, ['marketing', ...granted]))).toBe(locked);
  });

  it('do not take a tracker for a purpose or another tracker whose name ends its own', () => {
    const site = { trackers: [tracker('x-analytics'), tracker('my-heat'), heat] };
    const granted = ['cookies', 'pixels', 'localStorage', 'x-analytics', 'my-heat'];
    const sent = (more: string) =>
      directive(cspByNginx(textOf(site), cookieOf(site, [...granted, more])), 'default-src');
    expect(sent('heat')).toEqual(["'self'"]);
    expect(sent('analytics')).toEqual(["'self'"]);
  });

  it('send the locked policy while the visitor must be asked again', () => {
    expect(send(cookieOf({ trackers: [ads, { ...heat, name: 'Another name' }] }, 'all'))).toBe(locked);
    expect(send(cookieOf({ trackers: [ads] }, 'all'))).toBe(locked);
    expect(send(cookieOf({ ...two, termDays: 30 }, 'all'))).toBe(locked);
  });

  it('take an answer to more trackers, or in another order, as Kelisim does', () => {
    expect(send(cookieOf({ trackers: [tracker('gone'), heat, ads] }, 'all'))).toBe(full);
  });

  it('know a cookie by a name with a dash', () => {
    const site = { ...two, cookie: { name: 'my-choice' } };
    expect(cspByNginx(textOf(site), cookieOf(site, 'all', 'my-choice'))).toBe(full);
    expect(cspByNginx(textOf(site), cookieOf(site, 'all'))).toBe(locked);
  });

  it('stay within the longest word and comment that nginx reads', () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      tracker(`a-long-name-of-some-${index}`.slice(-20), { hosts: [`${'h'.repeat(60)}${index}.example`] }),
    );
    const lines = textOf({ trackers: many }).split('\n');
    expect(lines.length).toBeGreaterThan(80);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(2048);
  });
});
