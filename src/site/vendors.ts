import type { StartItem, StoreKind } from '../contract.ts';
import { presets } from '../trackers/index.ts';
import type { Preset } from '../trackers/preset.ts';
import type { TrackerConfig } from './schema.ts';

/** Names of stored things, of a configuration or a preset. */
export type Stored = readonly { kind: StoreKind; name: string; thirdParty?: boolean | undefined }[];

/** The address that a script or pixel is started from; undefined for a step. */
export const addressOf = (item: StartItem): string | undefined =>
  'pixel' in item ? item.pixel : 'script' in item ? item.script : undefined;

/** Hosts that one tracker of a configuration contacts: those it lists, or else those it is started from. */
export function hostsOf({ hosts, start }: Pick<TrackerConfig, 'hosts' | 'start'>): string[] {
  const foreign = start.map(addressOf).filter((address): address is string => /^https?:/.test(address ?? ''));
  return hosts ?? [...new Set(foreign.map((address) => new URL(address).hostname))];
}

/** Whether `host` (with or without a path) stands for the place `host/path`, too. */
export function covers(host: string, place: string): boolean {
  const [name = '', ...path] = host.split('/');
  const [other = '', ...rest] = place.split('/');
  return (other === name || other.endsWith(`.${name}`)) && rest.join('/').startsWith(path.join('/'));
}

type Vendor = Pick<TrackerConfig, 'use' | 'id' | 'hosts' | 'start'>;

/**
 * The presets that may describe the same vendor as a tracker: the one it uses, the one of its id, or else those that share most of its
 * hosts. Several share one address with each other: then only the id can tell.
 */
export function presetsOf(tracker: Vendor): Preset[] {
  const named = presets.find(({ id }) => id === (tracker.use ?? tracker.id));
  if (named) return [named];
  const hosts = hostsOf(tracker);
  const shared = presets.map(
    (preset) => hosts.filter((host) => preset.hosts.some((known) => covers(known, host))).length,
  );
  const most = Math.max(...shared);
  return most > 0 ? presets.filter((_preset, index) => shared[index] === most) : [];
}

/** The preset that describes the same vendor as a tracker, when there is exactly one. */
export function presetOf(tracker: Vendor): Preset | undefined {
  const [preset, other] = presetsOf(tracker);
  return other ? undefined : preset;
}

/** What a tracker stores: all that it declares, and what its vendor is known to store. */
export const storesOf = (tracker: TrackerConfig): Stored => [
  ...tracker.stores,
  ...(presetOf(tracker)?.stores ?? []),
];
