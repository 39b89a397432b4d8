import { z } from 'zod';
import { flag, localized, object, oneOf, text, wanted } from '../fields.ts';
import { textKeys } from '../textKeys.ts';

/** Own texts by key. */
export const texts = z
  .record(
    z.string(),
    object(
      {
        kk: text('Write the text in Kazakh.').optional().describe('In Kazakh.'),
        ru: text('Write the text in Russian.').optional().describe('The same in Russian.'),
      },
      'Write { "kk": text, "ru": text }.',
    ),
    wanted('must be an object', 'Write { "ui.accept": { "kk": text, "ru": text } }.'),
  )
  .meta({ propertyNames: { enum: textKeys(['kk', 'ru']) } })
  .describe('Own texts in place of those of Kelisim, by their key in locales/.');

/** A text in which nothing would be filled in: the texts of a purpose take the place of ours, marks and all. */
const unmarked = (what: string) =>
  localized(what).refine(
    ({ kk, ru = '' }) => !/\{\{|\$t\(/.test(`${kk} ${ru}`),
    'must not hold "{{" or "$t(", which stand for a value. Take it out.',
  );

const purpose = object(
  {
    name: unmarked('the name of the purpose').optional().describe('Another name for it.'),
    description: unmarked('what the purpose is').optional().describe('Another explanation of it.'),
    hidden: flag.optional().describe('Not shown and not asked, so that no tracker of it ever runs.'),
  },
  'Write { "name", "description" } or { "hidden": true }.',
).optional();

/** Purposes under another name, or hidden. */
export const purposes = object(
  {
    analytics: purpose.describe('Statistics.'),
    marketing: purpose.describe('Advertising.'),
    support: purpose.describe('Chat and feedback.'),
    media: purpose.describe('Videos and maps.'),
    antifraud: purpose.describe('Protection from fraud.'),
  },
  'Write { "analytics": { "name", "description", "hidden" } }.',
).describe('Purposes under another name, or hidden.');

/** Where the notice stands on a wide screen. */
export const layout = oneOf(['bar', 'corner', 'centre'])
  .default('bar')
  .describe('Where the notice stands on a wide screen: along the bottom, in the corner, or in the middle.');

/** How the languages stand on the first layer. */
export const languageMode = oneOf(['switch', 'both'])
  .default('switch')
  .describe('One language with a switch, or both in sight: Kazakh left or above, letters of one size.');
