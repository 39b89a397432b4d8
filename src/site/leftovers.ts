import type { LaterSite, StoreKind } from '../contract.ts';
import { presets } from '../trackers/index.ts';
import { overlap } from './globs.ts';
import type { Findings } from './loose.ts';
import type { SiteConfig } from './schema.ts';
import { distinctNames, namePattern } from './storeNames.ts';
import { presetOf, storesOf } from './vendors.ts';

type Name = { kind: StoreKind; name: string; thirdParty?: boolean | undefined };

/** What the banner itself stores. */
const ownNames = ({ cookie }: Pick<SiteConfig, 'cookie'>): Name[] => [
  { kind: 'cookie', name: cookie.name },
  { kind: 'localStorage', name: 'kelisim.locale' },
  { kind: 'localStorage', name: 'kelisim.outbox' },
];

/** Names of one kind that both stand for something that the other stands for, too. */
const same = (one: Name, other: Name): boolean => one.kind === other.kind && overlap(one.name, other.name);

/**
 * Names to erase that no tracker of this site has, as `WithdrawalRules.stores`: those that the site lists, and those of
 * every known vendor that the site does not declare or hides. A name that the site or a tracker of it may have is left.
 */
export function leftoverNames(config: SiteConfig, shown: SiteConfig['trackers']): LaterSite['erase'] {
  const declared = shown.map((tracker) => presetOf(tracker)?.id);
  const others = presets
    .filter(({ id }) => !declared.includes(id))
    .flatMap(({ stores }): Name[] => [...stores]);
  const hidden = config.trackers.filter((tracker) => !shown.includes(tracker)).flatMap(storesOf);
  const kept = [...ownNames(config), ...shown.flatMap(storesOf)];
  const free = ({ kind, name, thirdParty }: Name): boolean =>
    !thirdParty &&
    !config.allowStores.some((own) => overlap(own, name)) &&
    !kept.some((other) => same(other, { kind, name }));
  const found: Record<string, string[]> = {};
  for (const { kind, name } of [...config.erase, ...[...hidden, ...others].filter(free)])
    found[kind] = [...(found[kind] ?? []), name];
  const kinds = Object.entries(found).map(([kind, names]) => [
    kind,
    distinctNames(names).map(namePattern).join('|'),
  ]);
  return kinds.length ? Object.fromEntries(kinds) : undefined;
}

/** Whether the names in `erase` are nobody's any more. */
export function checkErase(config: SiteConfig, { problems }: Findings): void {
  const { erase, trackers, cookie, allowStores } = config;
  for (const [index, each] of erase.entries()) {
    const report = (what: string) =>
      problems.push({ where: `erase[${index}].name`, message: `"${each.name}" ${what}` });
    if (ownNames({ cookie }).some((own) => same(own, each)))
      report('would also erase what the banner itself stores. Write the name that the tracker had.');
    const kept = allowStores.find((own) => overlap(own, each.name));
    if (kept !== undefined)
      report(`would also erase what "allowStores" keeps as "${kept}". Take it out of one of them.`);
    const owner = trackers.findIndex((tracker) => tracker.stores.some((stored) => same(stored, each)));
    if (owner >= 0) report(`is stored by trackers[${owner}], which erases it itself. Take it out here.`);
  }
}
