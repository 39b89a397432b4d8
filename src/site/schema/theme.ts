import { z } from 'zod';
import { flag, matching, object, oneOf } from '../fields.ts';
import { meant } from '../nearest.ts';

const CURE =
  'Write the name of a theme, or { "use", "accent", "accentDark", "radius", "font", "scheme", "parts" }.';

/** Ready themes by name. The first is what the sheet of the notice says itself: akshamat.kz's own colours. */
const THEMES = {
  akshamat: {},
  kok: { accent: '#1d4ed8', accentDark: '#93b4fd', radius: '4px' },
} as const;

const NAMES = ['akshamat', 'kok'] as const;
const named = oneOf(NAMES);

const colour = matching(
  /^#([\da-f]{3}|[\da-f]{6})$/i,
  'must be a hex colour',
  'Write one such as "#0b5c4d".',
).optional();

const own = object(
  {
    use: named.optional().describe('Ready theme that the other keys change.'),
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
    scheme: oneOf(['auto', 'light', 'dark', 'page'])
      .optional()
      .describe(
        'Light or dark: as the browser has it, always one of them, or as <html data-kelisim-theme> says.',
      ),
    parts: flag.optional().describe('Gives the notice names for ::part: notice, decide, settings.'),
  },
  CURE,
);

/** How notice and panel look: colours for a light and a dark screen, corners, font. */
export type Theme = Omit<z.output<typeof own>, 'use'>;

/** A name of a ready theme, or an own one. */
export const theme = z
  .union([named, own], {
    error: ({ input }) =>
      typeof input === 'string'
        ? `is no known theme.${meant(input, NAMES)} Write one of: ${NAMES.map((name) => `"${name}"`).join(', ')}, or an object.`
        : `must be the name of a theme or an object. ${CURE}`,
  })
  .transform((given): Theme => {
    if (typeof given === 'string') return THEMES[given];
    const { use = 'akshamat', ...rest } = given;
    return { ...THEMES[use], ...rest };
  })
  .prefault('akshamat')
  .describe('Colours, corners and font. Accept and refuse always look the same.');
