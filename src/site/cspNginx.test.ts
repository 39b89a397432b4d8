import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { cspByNginx, printedPolicies } from '../../e2e/support/nginx.ts';
import { hasNginx, saidByNginx, startNginx } from '../../e2e/support/realNginx.ts';
import type { Grants } from '../types.ts';
import { encodeRecord, only } from '../widget/consent/record.ts';
import { cspText } from './csp.ts';
import { expand } from './expand.ts';
import { resolve, type Site } from './resolve.ts';
import { type SiteConfig, schema, type TrackerConfig } from './schema.ts';

const siteOf = (edit: Partial<SiteConfig> = {}) =>
  resolve({ ...expand(schema.parse(structuredClone(demo))), ...edit }, { kk: 'мәтін', ru: 'текст' });
const tracker = (id: string, edit: Partial<TrackerConfig> = {}): TrackerConfig => ({
  ...(siteOf().trackers[0] as TrackerConfig),
  ...{ id, hosts: undefined, start: [], stores: [] },
  ...edit,
});
const textOf = (site: Site) => cspText(site, "'sha256-abc='");
const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const hosts = (count: number) => many(count, (index) => `cdn${index}.subdomain.example.kz`);
/** As long as an id may be. */
const idOf = (index: number) => `a-tracker-of-many-${index}`.slice(0, 20);
const part = (index: number) => tracker(idOf(index), { hosts: hosts(40).map((host) => `t${index}.${host}`) });

const SITES: Record<string, Partial<SiteConfig>> = {
  'the demo': {},
  'no tracker': { trackers: [] },
  'a tracker without a host': { trackers: [tracker('own', { start: [{ script: '/a.js' }] })] },
  'one tracker': { trackers: [tracker('one', { hosts: ['one.example'] })] },
  '18 allowed hosts': { allow: hosts(18) },
  '60 allowed hosts': { allow: hosts(60) },
  '60 allowed hosts and no tracker': { allow: hosts(60), trackers: [] },
  '9000 allowed hosts': { allow: hosts(9000) },
  'a tracker with 41 hosts': { trackers: [tracker('one', { hosts: hosts(41) })] },
  'a tracker with 200 hosts': { trackers: [tracker('one', { hosts: hosts(200) }), tracker('one-1')] },
  '60 trackers': { trackers: many(60, (index) => tracker(idOf(index), { hosts: hosts(2) })) },
  '60 trackers with 40 hosts each': { trackers: many(60, part) },
  'a number with a port': { trackers: [tracker('one', { start: [{ script: 'http://127.0.0.1:81/a.js' }] })] },
};

/** Nobody has such names, and nginx could not read them either. */
const TOO_LONG: typeof SITES = {
  'a folder with a very long name': { base: `https://files.example/${'k'.repeat(5000)}/` },
  'a host with a very long name': { allow: [`${'k'.repeat(5000)}.example`] },
};

/** Cookies with nothing, everything, and all but one name granted. */
function cookiesOf({ rules }: Site): string[] {
  const head = ['a1b2', '2026-11-01T10:00:00.000Z', '2027-04-30T10:00:00.000Z', 'kk', 'save', rules.revision];
  const names = Object.values(rules.asked).flat().slice(0, 12);
  const tests = [() => false, () => true, ...names.map((name) => (word: string) => word !== name)];
  return tests.map((test) => {
    const grants: Grants = only(rules.asked, test);
    return `a=b; kelisim=${encodeRecord(head, rules.asked, grants)}`;
  });
}

describe.each(Object.entries({ ...SITES, ...TOO_LONG }))('csp.txt of a site with %s', (name, edit) => {
  const site = siteOf(edit);
  const text = textOf(site);
  const [full, locked = full] = printedPolicies(text);
  const [none, all, ...others] = cookiesOf(site);

  it.skipIf(name in TOO_LONG)('sends the printed policies', () => {
    expect(cspByNginx(text)).toBe(locked);
    expect(cspByNginx(text, none)).toBe(locked);
    // What trackers share is printed once.
    expect(new Set(cspByNginx(text, all).split(/ |; /))).toEqual(new Set(full?.split(/ |; /)));
  });

  it('has no line that is longer than nginx reads', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(4096);
  });

  it.skipIf(!hasNginx())('is read by nginx and sends what it says', { timeout: 30_000 }, async () => {
    expect(saidByNginx(text)).toEqual([]);
    const nginx = await startNginx(text);
    const cookies = [undefined, 'a=b', none, all, ...others];
    const sent: unknown[] = [];
    for (const cookie of cookies) sent.push(await nginx.ask(cookie));
    await nginx.close();
    expect(sent).toEqual(cookies.map((cookie) => cspByNginx(text, cookie)));
  });
});

describe('the header of the demo', () => {
  const site = siteOf();
  const HOST = ' http://127.0.0.1:4174 ws://127.0.0.1:4174';
  const policy = (more: string) =>
    `default-src 'self'${more}; script-src 'self' 'sha256-abc='${more}; worker-src 'self' blob:; base-uri 'self'; object-src 'none'`;

  it.skipIf(!hasNginx())('is this one, letter by letter', async () => {
    const nginx = await startNginx(textOf(site));
    const [none, all, ...others] = cookiesOf(site);
    const sent = [
      await nginx.ask(),
      await nginx.ask(none),
      await nginx.ask(all),
      await nginx.ask(others.at(-1)),
    ];
    await nginx.close();
    expect(sent).toEqual([policy(''), policy(''), policy(HOST.repeat(6)), policy(HOST.repeat(5))]);
  });
});
