import type { LaterSite, SiteRules, TrackerRules } from '../contract.ts';
import type { Locale, Purpose, Technology } from '../types.ts';
import { guardRules, type SiteGuard } from './guardRules.ts';
import { fingerprint } from './hash.ts';
import { leftoverNames } from './leftovers.ts';
import { catalogOf, isHidden } from './ownTexts.ts';
import { compileRoutes } from './routes.ts';
import type { SiteConfig, TrackerConfig } from './schema.ts';
import { namePattern } from './storeNames.ts';
import { storesOf } from './vendors.ts';

/** A configuration with everything the files are made from; trackers of hidden purposes are left out. */
export interface Site extends SiteConfig {
  /** The policy in Markdown, by language. */
  policyText: Partial<Record<Locale, string>>;
  rules: Omit<SiteRules, 'html' | 'css' | 'later' | 'guard'> & { guard?: SiteGuard };
  later: Pick<LaterSite, 'trackers' | 'keep' | 'erase'>;
}

/** Technologies in the order they are shown in. */
export const TECHNOLOGIES: readonly Technology[] = ['cookies', 'pixels', 'localStorage'];

/** Purposes in the order they are shown in. */
export const PURPOSES: readonly Purpose[] = ['analytics', 'marketing', 'support', 'media', 'antifraud'];

/** Technologies that some tracker of this site uses. */
export const technologiesOf = ({ trackers }: SiteConfig): Technology[] =>
  TECHNOLOGIES.filter((technology) => trackers.some(({ uses }) => uses.includes(technology)));

/** Purposes that some tracker of this site has. */
export const purposesOf = ({ trackers }: SiteConfig): Purpose[] =>
  PURPOSES.filter((purpose) => trackers.some((tracker) => tracker.purpose === purpose));

/** Text in one language; the schema has made sure that it is there. */
export const inLocale = (text: string | { kk: string; ru?: string | undefined }, locale: Locale): string =>
  typeof text === 'string' ? text : (text[locale] ?? text.kk);

/** Everything the visitor is told about one tracker: when any of it changes, the visitor is asked again. */
const printOf = ({ id, name, purpose, uses, provider, description, stores }: TrackerConfig): string =>
  fingerprint({ id, name, purpose, uses: [...uses].sort(), provider, description, stores }, 3);

/** What does not depend on a tracker: policy, operator, term, and the statements in every language. */
function baseRevision(config: SiteConfig, policyText: Site['policyText']): string {
  const { operator, policy, termDays, languages, revision } = config;
  const told = languages.map((locale) => {
    const { told, technology, purpose, fact, necessary } = catalogOf(config, locale);
    // What is said of the log counts only where there is one.
    const { outbox, ...others } = necessary as Record<string, unknown>;
    return { told, technology, purpose, fact, necessary: config.log ? { outbox, ...others } : others };
  });
  // Only what is there counts, so that a key which is new and left out asks nobody again.
  const raised = revision !== undefined && { revision };
  return fingerprint({ operator, policy, termDays, languages, policyText, told, ...raised }, 6);
}

/** Without a prototype, so that no name but a tracker's is found in it. */
const needsOf = (trackers: TrackerConfig[]): Record<string, string> =>
  Object.assign(
    Object.create(null),
    Object.fromEntries(trackers.map(({ id, purpose, uses }) => [id, [purpose, ...uses].join(' ')])),
  );

function trackerRules(tracker: TrackerConfig): TrackerRules {
  const { id, name, start, resume, update } = tracker;
  // A pixel is over when it is sent.
  const stop = tracker.stop ?? [];
  const patterns: TrackerRules['stores'] = {};
  for (const { kind, name, thirdParty } of storesOf(tracker)) {
    // A page cannot erase what lies on another host.
    if (thirdParty) continue;
    const pattern = namePattern(name);
    if (!patterns[kind]?.split('|').includes(pattern))
      patterns[kind] = patterns[kind] ? `${patterns[kind]}|${pattern}` : pattern;
  }
  return {
    id,
    name,
    start,
    ...(stop !== false && { stop }),
    ...(resume && { resume }),
    ...(update && { update }),
    stores: patterns,
  } as TrackerRules;
}

function siteRules(config: SiteConfig, shown: SiteConfig, policyText: Site['policyText']): Site['rules'] {
  const { base, cookie, termDays, languages, protectedRoutes, gpc } = config;
  const { trackers } = shown;
  const guard = guardRules(config);
  return {
    revision: [baseRevision(config, policyText), ...trackers.map(printOf)].join('~'),
    base,
    termDays,
    cookie: cookie as SiteRules['cookie'],
    locales: languages,
    asked: {
      purposes: purposesOf(shown),
      technologies: technologiesOf(shown),
      trackers: trackers.map(({ id }) => id),
    },
    trackers: needsOf(trackers),
    ...(protectedRoutes.length > 0 && { protected: compileRoutes(protectedRoutes) }),
    ...(gpc === 'ignore' && { gpc: 0 }),
    ...(guard && { guard }),
  };
}

function laterRules(config: SiteConfig, trackers: TrackerConfig[]): Site['later'] {
  const erase = leftoverNames(config, trackers);
  return {
    trackers: trackers.map(trackerRules),
    ...(config.leftovers === 'keep' && { keep: true }),
    ...(erase && { erase }),
  };
}

/** The rules and texts of a checked configuration. */
export function resolve(config: SiteConfig, policyText: Site['policyText']): Site {
  const trackers = config.trackers.filter(({ purpose }) => !isHidden(config, purpose));
  const shown = { ...config, trackers };
  return {
    ...shown,
    policyText,
    rules: siteRules(config, shown, policyText),
    later: laterRules(config, trackers),
  };
}

/** Countries other than Kazakhstan that data goes to, in the order of the trackers. */
export const countriesAbroad = ({ trackers }: SiteConfig): string[] => [
  ...new Set(trackers.map(({ provider }) => provider.country).filter((country) => country !== 'KZ')),
];
