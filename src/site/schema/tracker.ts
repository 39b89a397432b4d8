import { z } from 'zod';
import { presets } from '../../trackers/index.ts';
import { link, list, localized, matching, object, oneOf, text, wanted } from '../fields.ts';
import { meant } from '../nearest.ts';
import { host } from './host.ts';
import { anyId, OWN_ID, ownId } from './ids.ts';
import { startItem, step } from './steps.ts';
import { stored } from './stores.ts';

const IDS = presets.map(({ id }) => id) as [string, ...string[]];

const use = z
  .enum(IDS, {
    error: ({ input }) => {
      const near = meant(String(input), IDS);
      const others = near || ` Write one of: ${IDS.map((id) => `"${id}"`).join(', ')}.`;
      return `is no known preset.${others} Leave "use" out for a tracker that has no preset.`;
    },
  })
  .optional()
  .describe('Name of a preset: a vendor of whom everything is known. Without it, write everything yourself.');

const provider = object(
  {
    name: z
      .union(
        [text("Write the provider's legal entity."), localized("the provider's legal entity")],
        wanted('must be text', "Write the provider's legal entity."),
      )
      .describe('Legal entity, one text or one for each language.'),
    country: matching(
      /^[A-Z]{2}$/,
      'must be a country code of two capital letters (ISO 3166-1)',
      'Write one such as "RU".',
    ).describe('Country that data goes to: two capital letters, ISO 3166-1.'),
    url: link.optional().describe("Address of the provider's own privacy page."),
  },
  'Write who receives the data: { "name", "country" }.',
);

const uses = list(
  oneOf(['cookies', 'pixels', 'localStorage']),
  'Write a list of "cookies", "pixels", "localStorage".',
).min(1, 'is empty. Write every technology the tracker uses: "cookies", "pixels", "localStorage".');

const stop = z.union(
  [z.array(step), z.literal(false)],
  wanted(
    'must be a list of steps or false',
    'Write a list of { "call" } and { "set" }, [] when nothing of it goes on by itself (a frame, a pixel), or false when it cannot be stopped on a page.',
  ),
);

const steps = list(step, 'Write a list of { "call" } and { "set" }, or leave it out.').optional();

/** What an editor is told beyond the single fields: what has to be there with a preset and without. */
const together = {
  allOf: [
    {
      if: { not: { required: ['use'] } },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: {
        required: ['id', 'name', 'purpose', 'uses', 'provider', 'description', 'start', 'stores'],
        properties: { id: { pattern: OWN_ID.source } },
      },
    },
    {
      if: {
        required: ['use'],
        not: { properties: { use: { enum: presets.filter(({ account }) => !account).map(({ id }) => id) } } },
      },
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      then: { required: ['id'] },
    },
  ],
};

/** One tracker as it stands in the file: with a preset nearly everything may be left out. */
export const tracker = object(
  {
    use,
    id: text('Write the account at the vendor, or the own id of a tracker without "use", in quotes.')
      .optional()
      .describe('With "use": the site\'s account at the vendor. Without: the tracker\'s own id.'),
    as: ownId.optional().describe('With "use": the tracker\'s own id, when it should not be the preset\'s.'),
    options: z
      .record(z.string(), z.unknown(), wanted('must be an object', 'Write { "option": value }.'))
      .optional()
      .describe('With "use": options of the vendor, put over those of the preset.'),
    carries: list(
      anyId,
      'Write a list of ids of trackers, such as ["google-analytics"], or [] when it brings in none.',
    )
      .optional()
      .describe('For a container such as a tag manager: ids of the declared trackers that it brings in.'),
    name: text('Write the name people know the tracker by.').optional().describe('Name for people.'),
    purpose: oneOf(['analytics', 'marketing', 'support', 'media', 'antifraud'])
      .optional()
      .describe('What it is for.'),
    uses: uses.optional().describe('Every technology it uses; it runs only when all of them are granted.'),
    provider: provider.optional().describe('Who receives the data.'),
    description: localized('what the tracker does and why')
      .optional()
      .describe('What it does and why, for visitors.'),
    start: list(
      startItem,
      'Write a list of { "script" } and { "pixel" }, or [] when the pages hold its inert markup.',
    )
      .optional()
      .describe('What starts it, in order: steps, scripts, pixels. [] when the pages hold its markup.'),
    hosts: list(
      host,
      'Write a list of the hosts the tracker contacts, such as ["example.com", "ads.example.net/pixel"], or leave it out when those of "start" are all.',
    )
      .optional()
      .describe('Every host it contacts; a host stands for its subdomains.'),
    stop: stop
      .optional()
      .describe('How it is stopped; [] when nothing goes on by itself, false when it cannot be.'),
    resume: steps.describe('Run when it was stopped and is granted again on the same page.'),
    update: steps.describe('Run before its start and after each decision while it is granted.'),
    consentMode: oneOf(['google']).optional().describe('It follows Google Consent Mode.'),
    stores: list(stored, 'Write a list of { "kind", "name", "lifetime" }, or [] when it stores nothing.')
      .optional()
      .describe('Everything it stores.'),
  },
  'Write one tracker: { "use", "id" } of a preset, or { "id", "name", "purpose", "uses", "provider", "description", "start", "stores" }.',
).meta(together);
