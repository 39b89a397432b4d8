import { z } from 'zod';
import { flag, localized, matching, object, text, wanted } from '../fields.ts';
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

const purpose = object(
  {
    name: localized('the name of the purpose').optional().describe('Another name for it.'),
    description: localized('what the purpose is').optional().describe('Another explanation of it.'),
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

const colour = matching(
  /^#([\da-f]{3}|[\da-f]{6})$/i,
  'must be a hex colour',
  'Write one such as "#0b5c4d".',
).optional();

/** How the notice and the panel look. */
export const theme = object(
  {
    accent: colour.describe('Colour of buttons and links on a light screen; white stands on it.'),
    accentDark: colour.describe('The same on a dark screen; nearly black stands on it.'),
    radius: matching(/^(0|\d{1,2}(\.\d{1,2})?(px|em|rem))$/, 'must be a length', 'Write one such as "8px".')
      .optional()
      .describe('How round the corners of boxes and buttons are.'),
    font: matching(
      /^[a-z][\w -]*(, *[a-z][\w -]*)*$/i,
      'must be names of fonts, separated by commas',
      'Write one such as "PT Sans, Arial".',
    )
      .optional()
      .describe('Names of fonts that the site itself loads, the first that is there is taken.'),
  },
  'Write { "accent", "accentDark", "radius", "font" }, or leave it out.',
).describe('Colours, corners and font. Accept and refuse always look the same.');
