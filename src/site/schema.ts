import { z } from 'zod';
import type { StartItem, Step } from '../contract.ts';
import { FOLDER, isReadable, list, matching, object, oneOf, wanted } from './fields.ts';
import { domain, host } from './schema/host.ts';
import { log } from './schema/log.ts';
import { languageMode, layout, purposes, texts } from './schema/look.ts';
import { operator, policy } from './schema/operator.ts';
import { route } from './schema/route.ts';
import { leftover, storeName } from './schema/stores.ts';
import { theme } from './schema/theme.ts';
import { tracker } from './schema/tracker.ts';

const cookie = object(
  {
    name: matching(
      /^[\w-]{1,40}$/,
      'must be 1 to 40 Latin letters, digits, "_" and "-"',
      'Write one such as "kelisim".',
    )
      .default('kelisim')
      .describe('Name of the cookie that holds the record.'),
    domain: domain.optional().describe('Domain whose hosts share one choice.'),
  },
  'Write { "name", "domain" }, or leave it out.',
);

/** `consent.config.json`. */
export const schema = object(
  {
    $schema: z
      .string(wanted('must be text', 'Write the path of consent.schema.json.'))
      .optional()
      .describe('Path of consent.schema.json, for editors.'),
    operator,
    policy,
    termDays: z
      .int(wanted('must be a whole number', 'Write days, such as 180.'))
      .min(1, 'is too short. Write 1 to 395 days.')
      .max(395, 'is too long. Write 1 to 395 days.')
      .default(180)
      .describe('How many days a choice holds.'),
    revision: z
      .int(wanted('must be a whole number', 'Write one such as 1, and raise it to ask everybody again.'))
      .min(1, 'is too small. Write 1 or more.')
      .optional()
      .describe('Raise it to ask everybody again.'),
    cookie: cookie.prefault({}).describe('The cookie that holds the record.'),
    languages: list(oneOf(['kk', 'ru']), 'Write ["kk", "ru"].')
      .default(['kk', 'ru'])
      .describe('Languages of the notice, Kazakh first.'),
    base: matching(
      FOLDER,
      'must be the path or https:// address where the built files lie, without "?" and "#" and with "/" at its end',
      'Write one such as "/kelisim/".',
    )
      .refine(isReadable, 'is no address that a browser can read. Write one such as "/kelisim/".')
      .default('/kelisim/')
      .describe('Where the built files lie, with "/" at the end.'),
    guard: oneOf(['known', 'strict', 'off'])
      .default('known')
      .describe('What is held back: all known vendors, everybody who is not allowed, or nothing.'),
    allow: list(
      host,
      'Write a list of hosts of others that the site needs, such as ["cdn.example.com"], or leave it out.',
    )
      .default([])
      .describe('Hosts of others that the site needs; they are never held.'),
    allowStores: list(
      storeName,
      'Write a list of names that the site itself stores, such as ["session", "cart_*"], or leave it out.',
    )
      .default([])
      .describe('Names that the site itself stores; they are never held or erased.'),
    protectedRoutes: list(route, 'Write a list of paths, such as ["/kabinet/*"], or leave it out.')
      .default([])
      .describe('Pages where no tracker runs, whatever was accepted, such as "/kabinet/*".'),
    leftovers: oneOf(['erase', 'keep'])
      .default('erase')
      .describe('Whether what known trackers stored before the banner is erased before the first choice.'),
    erase: list(leftover, 'Write a list of { "kind", "name" }, or leave it out.')
      .default([])
      .describe('What trackers of earlier times stored and nobody declares any more.'),
    gpc: oneOf(['respect', 'ignore'])
      .default('respect')
      .describe('Whether Global Privacy Control of a browser counts as "no" to marketing.'),
    log,
    texts: texts.default({}),
    purposes: purposes.default({}),
    theme,
    layout,
    languageMode,
    trackers: list(tracker, 'Write a list of trackers.').describe('Every tracker of the site.'),
  },
  'Write an object with "operator", "policy" and "trackers".',
);

/** A configuration as it stands in the file, after the schema: defaults filled in, presets not yet. */
export type FileConfig = z.output<typeof schema>;

/** One tracker as it stands in the file. */
export type FileTracker = FileConfig['trackers'][number];

/** What visitors are told of a tracker: a preset says all of it. */
type Told = {
  [Key in 'name' | 'purpose' | 'uses' | 'provider' | 'description' | 'stores']: NonNullable<FileTracker[Key]>;
};

/** One tracker with everything that its preset adds. */
export interface TrackerConfig extends Told, Pick<FileTracker, 'use' | 'hosts' | 'carries' | 'consentMode'> {
  id: string;
  start: StartItem[];
  stop?: Step[] | false | undefined;
  resume?: Step[] | undefined;
  update?: Step[] | undefined;
}

/** A whole configuration, presets filled in. */
export interface SiteConfig extends Omit<FileConfig, 'trackers'> {
  trackers: TrackerConfig[];
}
