import { describe, expect, it, vi } from 'vitest';
import demo from '../../demo/consent.config.json';
import type { LaterSite } from '../contract.ts';
import type { Locale } from '../types.ts';
import { siteDetails } from './details.ts';
import { emit } from './emit.ts';
import { expand } from './expand.ts';
import { guardRules } from './guardRules.ts';
import { checkLog, logOf } from './log.ts';
import { createMessages } from './messages.ts';
import { resolve } from './resolve.ts';
import { type SiteConfig, schema } from './schema.ts';
import { describeSamples, RIGHT, saidOf } from './wrongSamples.ts';

vi.mock('../trackers/index.ts', async () => ({ presets: (await import('./samples.ts')).samplePresets }));
describeSamples();

const URL_PATH = '/consent/v1/records';

function configured(log?: { url: string }, edit: (config: SiteConfig) => void = () => {}): SiteConfig {
  const config = expand(schema.parse({ ...structuredClone(demo), ...(log && { log }) }));
  edit(config);
  return config;
}
const text = { kk: '## Бір\n\nмәтін', ru: '## Раз\n\nтекст' };
const runtime = {
  ...{
    widget: '__KELISIM_SITE__ __KELISIM_GUARD__',
    preferences: '__KELISIM_FILES__',
    scheme: '',
    google: '__KELISIM_GOOGLE__',
  },
  ...{
    widgetOff: '__KELISIM_SITE__',
    guard: '',
    guardStrict: '',
    types: '',
    later: 'later(__KELISIM_LATER__)',
  },
};
const fileOf = (config: SiteConfig, start: string): string => {
  const files = emit(resolve(config, text), runtime);
  return [...files].find(([name]) => name.startsWith(start))?.[1] as string;
};
const laterOf = (config: SiteConfig): LaterSite =>
  new Function('later', `return ${fileOf(config, 'later-')}`)((site: LaterSite) => site);

describe('the address of the consent log', () => {
  const said = (log: string, domain = 'site.kz') =>
    saidOf(RIGHT.replace('"guard"', `"log": ${log}, "cookie": { "domain": "${domain}" }, "guard"`));

  it.each(['/log', '/consent/v1/records', 'https://site.kz/log', 'https://consent.site.kz:8443/v1/records'])(
    'may be %s on site.kz',
    (url) => {
      expect(said(`{ "url": "${url}" }`)).toEqual(['used: 4']);
    },
  );

  it.each(['https://other.kz/log', 'https://notsite.kz/log', 'https://site.kz.other.kz/log'])(
    'cannot be %s, of another site',
    (url) => {
      expect(said(`{ "url": "${url}" }`)).toEqual([
        `consent.config.json:15:12: log.url: is not of this site: ${new URL(url).hostname} does not belong to cookie.domain. Write a path such as "/consent/v1/records".`,
      ]);
    },
  );

  it('cannot be of any host where the choice stays on one host', () => {
    expect(saidOf(RIGHT.replace('"guard"', '"log": { "url": "https://site.kz/log" }, "guard"'))).toHaveLength(
      1,
    );
  });

  it.each([
    '//other.kz/log',
    'http://site.kz/log',
    'log',
    '/log?a=1',
    'https://site.kz',
    'javascript:alert(1)',
  ])('cannot be %s', (url) => {
    expect(said(`{ "url": "${url}" }`)).toEqual([
      'consent.config.json:15:12: log.url: must be a path of the site, or an https:// address of its own domain, without query. Write the place of the consent log, such as "/consent/v1/records".',
    ]);
  });

  it('cannot be left out of "log"', () => {
    expect(said('{}')).toEqual([
      'consent.config.json:15:3: log.url: is missing. Write the place of the consent log, such as "/consent/v1/records".',
    ]);
  });

  it('is refused for a site whose posts would be too long', () => {
    const config = configured({ url: URL_PATH }, ({ trackers }) => {
      for (const tracker of trackers) tracker.provider.name = 'Қ'.repeat(2000);
    });
    expect(checkLog(config)).toEqual([
      { where: 'log', message: expect.stringMatching(/^does not take .* \d{5} bytes/) },
    ]);
    expect(checkLog(configured({ url: URL_PATH }))).toEqual([]);
  });
});

describe('a site with a consent log', () => {
  it('says with each decision who asked, by which policy, and who gets data where', () => {
    const log = laterOf(configured({ url: URL_PATH })).log;
    expect(log).toEqual(logOf(configured({ url: URL_PATH })));
    expect(log).toEqual({
      url: URL_PATH,
      told: {
        operator: demo.operator.name,
        bin: demo.operator.bin,
        policy: { protocol: '№4/2', date: '2020-03-10' },
        parties: demo.trackers.map(({ id, provider: { name, country } }) => ({ tracker: id, name, country })),
        published: false,
        version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      },
    });
  });

  it('names no party that nobody is asked about', () => {
    const config = configured({ url: URL_PATH }, ({ purposes }) => {
      purposes.analytics = { hidden: true };
    });
    expect(laterOf(config).log?.told.parties.map(({ tracker }) => tracker)).not.toContain('sanaq');
  });

  it('lets its outbox be stored, tells visitors of it, and allows its host in the policy', () => {
    const config = configured({ url: 'https://consent.akshamat.kz/v1/records' });
    const names = guardRules(config)?.known['']?.split(',')[1] as string;
    expect(new RegExp(`^(${names})$`).test(':kelisim.outbox')).toBe(true);
    expect(new RegExp(`^(${names})$`).test(':kelisim.locale')).toBe(true);
    for (const locale of ['kk', 'ru'] satisfies Locale[]) {
      const { necessary } = siteDetails(resolve(config, text), createMessages(locale));
      expect(necessary.map(({ name }) => name)).toEqual(['kelisim', 'kelisim.locale', 'kelisim.outbox']);
    }
    expect(fileOf(config, 'csp.txt')).toContain('https://consent.akshamat.kz');
  });

  it('asks again, because visitors are told of the outbox; one without a log does not', () => {
    const revisionOf = (config: SiteConfig) => resolve(config, text).rules.revision;
    expect(revisionOf(configured({ url: URL_PATH }))).not.toBe(revisionOf(configured()));
    expect(revisionOf(configured())).toMatch(/^[\w-]{6}~/);
  });

  it('has a first file that is no longer than without it', () => {
    const bare = fileOf(configured(), 'kelisim.js');
    expect(fileOf(configured({ url: URL_PATH }), 'kelisim.js').length).toBeLessThanOrEqual(bare.length);
  });
});

describe('a site without a consent log', () => {
  it('has nothing of it in its files', () => {
    expect(laterOf(configured())).not.toHaveProperty('log');
    expect(fileOf(configured(), 'kelisim.js')).not.toContain('outbox');
  });
});
