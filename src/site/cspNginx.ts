import { siteSources, trackerSources } from './cspSources.ts';
import { nginxText, nginxVariable } from './cspWords.ts';
import { type Site, TECHNOLOGIES } from './resolve.ts';
import type { TrackerConfig } from './schema.ts';

/*
 * nginx reads the record cookie, so that a page gets the hosts of what its visitor granted and no others. How the
 * cookie looks: `widget/consent/record.ts`. The site and each tracker have a variable of their own, because nginx takes
 * no word of a configuration that is longer than 4096 bytes.
 */

/** Names of variables know no `-`, and ids know no `_`. */
const variableOf = ({ id }: TrackerConfig): string => `$kelisim_for_${id.replaceAll('-', '_')}`;

/** A variable of nginx that is `value` where `source` fits a regular expression, and else empty. */
const map = (source: string, name: string, [pattern, value]: [pattern: string, value: string]): string[] => [
  `map ${source} ${name} {`,
  '  default "";',
  `  "~${pattern}" "${value}";`,
  '}',
];

/**
 * Finds the record in a Cookie header and catches its lists. It counts only where the visitor was told of every
 * tracker of this site as it is today, in any order; trackers that are gone since do not matter. The parts of a
 * revision have a fixed length, so a beginning is a whole one.
 */
function choicePattern({ cookie, rules }: Site): string {
  const [base, ...prints] = rules.revision.split('~');
  const told = prints.map((print) => `(?=[^|;]*~${print})`).join('');
  return `(?:^|; )${cookie.name}=1[|](?:[^|;]*[|]){5}${base}${told}[^|;]*(?<kelisim_choice>[|][^;]*)`;
}

/** Fits lists in which the purpose, every technology and the tracker itself are granted; they stand in this order. */
const grantedPattern = ({ purpose, uses, id }: TrackerConfig): string =>
  [purpose, ...TECHNOLOGIES.filter((technology) => uses.includes(technology)), id]
    .map((word) => `[|~]${word}[*]`)
    .join('.*');

/** Lines that define the variable of a tracker: its sources where it is granted. */
function trackerMap(tracker: TrackerConfig, site: Site): string[] {
  const name = variableOf(tracker);
  const { above, word } = nginxText(name, spaced(trackerSources(tracker, site)));
  return [...above, ...map('$kelisim_granted', name, [grantedPattern(tracker), word])];
}

/** Sources with a space in front of each, as they follow others in a policy. */
const spaced = (sources: readonly string[]): string[] => sources.map((source) => ` ${source}`);

/**
 * Lines of an nginx configuration that define `$kelisim_csp`, also where no tracker has a host.
 * @param policy makes a policy of the site's own sources and those of trackers, the latter with a space in front of each
 */
export function nginxMaps(site: Site, policy: (own: string, hosts: string) => string): string[] {
  const foreign = site.trackers.filter((tracker) => trackerSources(tracker, site).length);
  const choice = map('$http_cookie', '$kelisim_granted', [choicePattern(site), '$kelisim_choice']);
  const [self = '', ...own] = siteSources(site);
  return [
    ...(foreign.length ? choice : []),
    ...foreign.flatMap((tracker) => trackerMap(tracker, site)),
    ...nginxVariable('$kelisim_hosts', foreign.map(variableOf)),
    ...nginxVariable('$kelisim_own', [self, ...spaced(own)]),
    ...nginxVariable('$kelisim_csp', [policy('$kelisim_own', '$kelisim_hosts')]),
  ];
}
