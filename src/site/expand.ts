import { presets } from '../trackers/index.ts';
import type { Preset } from '../trackers/preset.ts';
import { fill } from './account.ts';
import type { Loose } from './loose.ts';
import { catalogOf } from './ownTexts.ts';
import type { FileConfig, FileTracker, SiteConfig, TrackerConfig } from './schema.ts';
import { hostsOf } from './vendors.ts';

/** Keys of a tracker that take the place of what its preset says. */
const OVER = [
  ...['name', 'purpose', 'uses', 'provider', 'description', 'hosts', 'stores', 'start', 'stop', 'resume'],
  ...['update', 'consentMode'],
] as const;

/** The preset that a tracker of the file names. */
export const presetUsed = ({ use }: Loose<FileTracker>): Preset | undefined =>
  presets.find(({ id }) => id === use);

/** The tracker's own id: the account of one with a preset is none. */
export const ownId = ({ use, as, id }: Loose<FileTracker>): string | undefined =>
  use === undefined ? id : (as ?? use);

type Described = Pick<FileConfig, 'texts' | 'purposes'>;

/** What a preset is described as, in both languages; undefined where the texts lack it. */
function describe(preset: Preset, own: Described): { kk: string; ru: string } | undefined {
  const [kk, ru] = (['kk', 'ru'] as const).map((locale) => {
    const { preset: texts } = catalogOf(own, locale) as { preset?: Record<string, string> };
    return texts?.[preset.id];
  });
  return kk && ru ? { kk, ru } : undefined;
}

/** A preset in the shape of a tracker, account and options put in. */
function fromPreset(preset: Preset, { id = '', options = {} }: Loose<FileTracker>, own: Described) {
  const filling = { id, options: { ...preset.options, ...options } };
  const { name, purpose, uses, provider, hosts, stores, start, stop, resume, update, consentMode } = preset;
  const steps = fill({ start, stop, resume, update }, filling);
  const description = describe(preset, own);
  return structuredClone({
    name,
    purpose,
    uses,
    provider,
    hosts,
    stores,
    consentMode,
    description,
    ...steps,
  });
}

/** One tracker of the file with what its preset adds; whatever is missing or wrong in it stays so. */
export function expandTracker(tracker: Loose<FileTracker>, own: Described): Loose<TrackerConfig> {
  const preset = presetUsed(tracker);
  const given = Object.fromEntries(
    OVER.filter((key) => tracker[key] !== undefined).map((key) => [key, tracker[key]]),
  );
  const { use, carries } = tracker;
  const merged = {
    id: ownId(tracker),
    ...(preset && fromPreset(preset, tracker, own)),
    ...given,
    ...(use !== undefined && { use }),
    ...(carries && { carries }),
  };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** A container starts what it carries: Kelisim does not start that a second time. */
function withoutCarried(trackers: TrackerConfig[]): TrackerConfig[] {
  const carried = trackers.flatMap(({ carries = [] }) => carries);
  return trackers.map((tracker) =>
    carried.includes(tracker.id) ? { ...tracker, hosts: hostsOf(tracker), start: [] } : tracker,
  );
}

/** A checked configuration with its presets filled in. */
export function expand(config: FileConfig): SiteConfig {
  const trackers = config.trackers.map((tracker) => expandTracker(tracker, config) as TrackerConfig);
  return { ...config, trackers: withoutCarried(trackers) };
}
