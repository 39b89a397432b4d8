import { version } from '../../package.json';
import type { LaterSite, LogPost, Told } from '../contract.ts';
import type { Problem } from './problems.ts';
import { inLocale, PURPOSES, TECHNOLOGIES } from './resolve.ts';
import type { SiteConfig } from './schema.ts';

/** The longest post that the consent log takes, in bytes. */
const MOST_BYTES = 8192;

/** What every visitor of this site is told; trackers of hidden purposes must be left out before. */
function toldOf({ operator, policy, trackers }: SiteConfig): Told {
  return {
    operator: operator.name,
    bin: operator.bin,
    policy: { protocol: policy.protocol, date: policy.date },
    parties: trackers.map(({ id, provider: { name, country } }) => ({
      ...{ tracker: id, country },
      name: inLocale(name, 'kk'),
    })),
    published: false,
    version,
  };
}

/** What `later-HASH.js` posts and where to; undefined where the site keeps no log. */
export const logOf = (config: SiteConfig): LaterSite['log'] =>
  config.log && { url: config.log.url, told: toldOf(config) };

/** A post of this site that says as much as possible. */
function longestPost(config: SiteConfig): LogPost {
  const ids = config.trackers.map(({ id }) => id);
  const all = { purposes: [...PURPOSES], technologies: [...TECHNOLOGIES], trackers: ids };
  const at = '2026-11-25T00:00:00.000Z';
  return {
    record: {
      ...{ v: 1, id: '0'.repeat(20), at, until: at, locale: 'kk', via: 'withdraw', asked: all, granted: all },
      revision: ['000000', ...ids.map(() => '000')].join('~'),
    },
    told: toldOf(config),
    origin: `https://${'www.'.padEnd(80, 'a')}`,
  };
}

/** Whether the log belongs to this site, and takes what this site posts. */
export function checkLog(config: SiteConfig): Problem[] {
  const { log, cookie } = config;
  if (!log) return [];
  const problems: Problem[] = [];
  const host = log.url.startsWith('/') ? undefined : new URL(log.url).hostname;
  if (host && host !== cookie.domain && !host.endsWith(`.${cookie.domain}`))
    problems.push({
      where: 'log.url',
      message: `is not of this site: ${host} does not belong to cookie.domain. Write a path such as "/consent/v1/records".`,
    });
  const bytes = Buffer.byteLength(JSON.stringify(longestPost(config)));
  if (bytes > MOST_BYTES)
    problems.push({
      where: 'log',
      message: `does not take what this site posts: ${bytes} bytes, and ${MOST_BYTES} is the most. Drop trackers or shorten the names of their providers.`,
    });
  return problems;
}
