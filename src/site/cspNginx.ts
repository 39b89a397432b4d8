import { trackerSources } from './cspSources.ts';
import { type Site, TECHNOLOGIES } from './resolve.ts';
import type { TrackerConfig } from './schema.ts';

/*
 * nginx reads the record cookie, so that a page gets the hosts of what its visitor granted and no others. How the
 * cookie looks: `widget/consent/record.ts`. Each tracker has a variable of its own, because nginx takes no word of
 * a configuration that is longer than 4096 characters.
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

/**
 * Lines of an nginx configuration that define `$kelisim_csp`.
 * @param policy makes a policy that has these sources besides those of the site
 */
export function nginxMaps(site: Site, policy: (hosts: string) => string): string[] {
  const foreign = site.trackers.filter((tracker) => trackerSources(tracker, site).length);
  const trackers = foreign.flatMap((tracker) =>
    map('$kelisim_granted', variableOf(tracker), [
      grantedPattern(tracker),
      ` ${trackerSources(tracker, site).join(' ')}`,
    ]),
  );
  return [
    ...map('$http_cookie', '$kelisim_granted', [choicePattern(site), '$kelisim_choice']),
    ...trackers,
    'map "" $kelisim_hosts {',
    `  default "${foreign.map(variableOf).join('')}";`,
    '}',
    'map "" $kelisim_csp {',
    `  default "${policy('$kelisim_hosts')}";`,
    '}',
  ];
}
