import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { checkVendors } from './checkVendors.ts';
import { expand } from './expand.ts';
import { type SiteConfig, schema, type TrackerConfig } from './schema.ts';

const config = expand(schema.parse(structuredClone(demo)));
const tracker = (edit: Partial<TrackerConfig>): TrackerConfig => ({
  ...(config.trackers[0] as TrackerConfig),
  id: 'some',
  start: [],
  hosts: ['some.example'],
  stores: [],
  ...edit,
});
const check = (trackers: TrackerConfig[], edit: Partial<SiteConfig> = {}) =>
  checkVendors({ ...config, trackers, ...edit });
const script = 'https://cdn.some.example/a/some.js';
const pixel = 'https://px.example/p.gif';

describe('a configuration without a fault', () => {
  it('has no findings', () => {
    expect(checkVendors(config)).toEqual({ problems: [], warnings: [] });
    expect(check([tracker({ start: [{ script }, { script: '/own.js' }] })])).toEqual({
      problems: [],
      warnings: [],
    });
  });
});

describe('a host of `start` that `hosts` lacks', () => {
  it('is a problem for each address', () => {
    const { problems, warnings } = check([
      tracker({}),
      tracker({ start: [{ script }, { pixel }], hosts: ['some.example/b'] }),
    ]);
    expect(problems).toEqual([
      { where: 'trackers[1].hosts', message: 'lacks the host of start[0]. Add "cdn.some.example".' },
      { where: 'trackers[1].hosts', message: 'lacks the host of start[1]. Add "px.example".' },
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('a tracker that `allow` lets through', () => {
  it('is a problem at the address and at the host', () => {
    const { problems } = check(
      [tracker({ start: [{ script }], hosts: ['some.example', 'cdn.some.example/b'] })],
      { allow: ['other.example', 'cdn.some.example'] },
    );
    expect(problems).toEqual([
      {
        where: 'trackers[0].start[0]',
        message: 'is never held, because "allow" has "cdn.some.example". Take it out of "allow".',
      },
      {
        where: 'trackers[0].hosts[1]',
        message: 'is never held, because "allow" has "cdn.some.example". Take it out of "allow".',
      },
    ]);
  });

  it('is none where `allow` has another path of the same host', () => {
    const { problems } = check([tracker({ start: [{ script }], hosts: undefined })], {
      allow: ['cdn.some.example/lib'],
    });
    expect(problems).toEqual([]);
  });
});

describe('a name of a tracker that `allowStores` lets through', () => {
  const stored = (name: string, more = {}) =>
    tracker({ stores: [{ kind: 'cookie', name, lifetime: '1 year', ...more }] });

  it.each([
    ['_so_id', '_so_id'],
    ['_so_id', '_so_*'],
    ['_so_*', '_so_id'],
  ])('is a problem: %s, with %s', (name, own) => {
    const message = `is never held, because "allowStores" has "${own}". Take it out of "allowStores".`;
    expect(check([stored(name)], { allowStores: ['other', own] }).problems).toEqual([
      { where: 'trackers[0].stores[0].name', message },
    ]);
  });

  it('is none where only some names might be both, or where it lies with the vendor', () => {
    expect(check([stored('_so_*')], { allowStores: ['*_session', 'so_id'] }).problems).toEqual([]);
    expect(check([stored('session', { thirdParty: true })], { allowStores: ['session'] }).problems).toEqual(
      [],
    );
  });
});

describe('a tracker of which no host is known', () => {
  const warning = {
    where: 'trackers[0].hosts',
    message:
      'is missing, so the guard cannot tell what is this tracker\'s. Write the hosts it contacts, such as ["example.com"].',
  };

  it.each<[string, Partial<TrackerConfig>]>([
    ['neither starts nor lists anything', { hosts: undefined }],
    ['lists nothing', { hosts: [] }],
    ['starts from the site alone', { hosts: undefined, start: [{ script: '/own.js' }] }],
  ])('is warned of when it %s', (_what, edit) => {
    expect(check([tracker(edit)])).toEqual({ problems: [], warnings: [warning] });
  });

  it('is none when it starts from a host', () => {
    expect(check([tracker({ hosts: undefined, start: [{ pixel }] })]).warnings).toEqual([]);
  });
});

describe('what a vendor is known to store', () => {
  it('is asked for by name and kind where it is not declared', () => {
    const stores = [
      { kind: 'cookie', name: '_hj*', lifetime: '1 year' },
      { kind: 'cookie', name: 'hjViewportId', lifetime: 'session' },
      { kind: 'sessionStorage', name: '_h*', lifetime: 'session' },
    ] satisfies TrackerConfig['stores'];
    expect(check([tracker({ hosts: ['static.hotjar.com'], stores })])).toEqual({
      problems: [],
      warnings: [
        {
          where: 'trackers[0].stores',
          message:
            'lacks what this vendor is known to store: "_hj*" (localStorage), "hjViewportId" (sessionStorage). Add each with its lifetime, so that the visitor is told.',
        },
      ],
    });
  });
});

describe('a site without a guard', () => {
  it('is asked for nothing of all this', () => {
    const faulty = tracker({ id: 'hotjar', start: [{ script }], hosts: [] });
    expect(check([faulty], { allow: ['some.example'] }).problems).toHaveLength(2);
    expect(check([faulty], { allow: ['some.example'], guard: 'off' })).toEqual({
      problems: [],
      warnings: [],
    });
  });
});
