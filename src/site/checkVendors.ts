import { checkErase } from './leftovers.ts';
import type { Findings } from './loose.ts';
import type { SiteConfig, TrackerConfig } from './schema.ts';
import { nameCovers, namePattern } from './storeNames.ts';
import { addressOf, covers, presetOf, presetsOf } from './vendors.ts';

type Report = (list: keyof Findings, place: string, message: string) => void;

/** What only a configuration of the right shape can tell: whether the guard knows what is whose. */
export function checkVendors(config: SiteConfig): Findings {
  const { trackers, allow, allowStores, guard } = config;
  const findings: Findings = { problems: [], warnings: [] };
  checkErase(config, findings);
  if (guard === 'off') return findings;
  trackers.forEach((tracker, index) => {
    const report: Report = (list, place, message) =>
      findings[list].push({ where: `trackers[${index}].${place}`, message });
    checkHosts(tracker, allow, report);
    checkAllowed(tracker, allowStores, report);
    checkStores(tracker, report);
    checkVendor(tracker, report);
  });
  return findings;
}

/** The host and path of an address of another site; undefined for one of the site itself. */
function placeOf(address: string | undefined): string | undefined {
  if (!address || !/^https?:/.test(address)) return;
  const { hostname, pathname } = new URL(address);
  return hostname + pathname;
}

function checkHosts({ start, hosts }: TrackerConfig, allow: readonly string[], report: Report): void {
  const free = (place: string, where: string) => {
    const host = allow.find((each) => covers(each, place));
    if (host)
      report('problems', where, `is never held, because "allow" has "${host}". Take it out of "allow".`);
  };
  const places = start.map((item) => placeOf(addressOf(item)));
  for (const [index, place] of places.entries()) {
    if (!place) continue;
    if (hosts && !hosts.some((host) => covers(host, place)))
      report('problems', 'hosts', `lacks the host of start[${index}]. Add "${place.split('/')[0]}".`);
    free(place, `start[${index}]`);
  }
  for (const [index, host] of (hosts ?? []).entries()) free(host, `hosts[${index}]`);
  if (!hosts?.length && !places.some(Boolean))
    report(
      'warnings',
      'hosts',
      'is missing, so the guard cannot tell what is this tracker\'s. Write the hosts it contacts, such as ["example.com"].',
    );
}

/** A name that the guard lets through for the site, it lets through for the tracker. */
function checkAllowed({ stores }: TrackerConfig, allowStores: readonly string[], report: Report): void {
  for (const [index, { name, thirdParty }] of stores.entries()) {
    const own = allowStores.find((each) => nameCovers(each, name) || nameCovers(name, each));
    if (own === undefined || thirdParty) continue;
    const message = `is never held, because "allowStores" has "${own}". Take it out of "allowStores".`;
    report('problems', `stores[${index}].name`, message);
  }
}

/** Vendors that load from one address can only be told apart by their ids. */
function checkVendor(tracker: TrackerConfig, report: Report): void {
  const ids = presetsOf(tracker).map(({ id }) => `"${id}"`);
  if (ids.length > 1)
    report(
      'warnings',
      'id',
      `could be ${ids.join(' or ')}, which load from the same address. Take the right one as the id, so that everything of it is known.`,
    );
}

/** The visitor should be told of everything: names that this vendor is known to store and that are not declared. */
function checkStores(tracker: TrackerConfig, report: Report): void {
  const declared = tracker.stores.map(({ kind, name }) => ({
    kind,
    shape: new RegExp(`^(${namePattern(name)})$`),
  }));
  const missing = (presetOf(tracker)?.stores ?? []).filter(
    (known) => !declared.some(({ kind, shape }) => kind === known.kind && shape.test(known.name)),
  );
  if (!missing.length) return;
  const names = missing.map(({ kind, name }) => `"${name}" (${kind})`).join(', ');
  report(
    'warnings',
    'stores',
    `lacks what this vendor is known to store: ${names}. Add each with its lifetime, so that the visitor is told.`,
  );
}
