import { amplitude } from './amplitude.ts';
import { clarity } from './clarity.ts';
import { countly } from './countly.ts';
import { mixpanel } from './mixpanel.ts';
import { posthog } from './posthog.ts';
import { snowplow } from './snowplow.ts';
import type { Vendor } from './vendor.ts';

export type { Traces, Vendor } from './vendor.ts';

/** Tracker libraries from npm: one with session recording, two with IndexedDB, one with beacons, and others. */
export const vendors: Vendor[] = [posthog, mixpanel, countly, clarity, amplitude, snowplow];
