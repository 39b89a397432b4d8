import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const TOKEN = 'a-token-of-forty-characters-for-the-tests';

describe('the options of the service', () => {
  it('have values that suit a service behind a front on the same machine', () => {
    expect(readOptions(['--origin', 'https://a.kz'], {})).toEqual({
      ...{ host: '127.0.0.1', port: 8787, place: { folder: 'records' }, keepMonths: 36, against: undefined },
      settings: {
        ...{ origins: ['https://a.kz'], token: undefined, cookie: { name: 'kelisim', domain: undefined } },
        ...{ calendar: { off: [], working: [] }, perMinute: 60, proxies: 'loopback' },
      },
    });
  });

  it('take the secrets from the environment', () => {
    const { place, settings } = readOptions([], { DATABASE_URL: 'postgres://a', KELISIM_TOKEN: TOKEN });
    expect([place, settings.token]).toEqual([{ url: 'postgres://a' }, TOKEN]);
  });

  it.each<[string[], NodeJS.ProcessEnv, RegExp]>([
    [['--port', '99999'], {}, /--port must be a whole number from 0 to 65535/],
    [['--port', '80a'], {}, /--port/],
    [['--keep', '13'], {}, /--keep must be a whole number from 14/],
    [['--origin', 'https://a.kz/'], {}, /--origin cannot be "https:\/\/a\.kz\/": write https:\/\/a\.kz\.$/],
    [['--origin', 'https://A.kz:443/x?y'], {}, /: write https:\/\/a\.kz\.$/],
    [['--origin', 'https://a.kz:443'], {}, /: write https:\/\/a\.kz\.$/],
    [['--origin', 'a.kz'], {}, /--origin cannot be "a\.kz": write one such as https:\/\/www\.example\.kz\.$/],
    [['--origin', '*'], {}, /--origin cannot be "\*": write one such as https:/],
    [['--cookie', 'a=b'], {}, /--cookie cannot be/],
    [['--cookie-domain', '.a.kz; Secure'], {}, /--cookie-domain cannot be/],
    [['--data', 'x'], { DATABASE_URL: 'postgres://a' }, /exclude each other/],
    [[], { KELISIM_TOKEN: 'short' }, /32 characters/],
    [['--unknown'], {}, /unknown/],
  ])('%j with %j are refused', (args, env, said) => {
    expect(() => readOptions(args, env)).toThrow(said);
  });
});
