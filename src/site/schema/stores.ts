import { z } from 'zod';
import { flag, matching, object, oneOf, wanted } from '../fields.ts';
import { parseLifetime } from '../lifetime.ts';

/** A stored name; `*` stands for the part that changes. */
export const storeName = matching(
  /[^*\s].*[^*\s]/,
  'must hold at least two characters beside "*"',
  'Write the stored name, with "*" for the part that changes, such as "_ym_*".',
).max(80, 'is longer than 80 characters. Put "*" for the part that changes.');

const kind = oneOf(['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage']);
const name = storeName.describe('The stored name, with "*" for the part that changes.');

/** Something a tracker stores. */
export const stored = object(
  {
    kind: kind.describe('Where it is stored.'),
    name,
    lifetime: z
      .string(wanted('must be text', 'Write "session", "until erased", or such as "90 days".'))
      .refine(
        (value) => parseLifetime(value) !== undefined,
        'is no lifetime. Write "session", "until erased", "unknown", or a number of minutes, hours, days, months or years, such as "13 months".',
      )
      .describe('How long it lives: "session", "until erased", "unknown", or such as "13 months".'),
    thirdParty: flag.optional().describe("It lies on the vendor's own host, where no page can erase it."),
  },
  'Write { "kind", "name", "lifetime" }.',
);

/** Something that trackers of earlier times stored. */
export const leftover = object(
  { kind: kind.describe('Where it was stored.'), name },
  'Write { "kind", "name" }.',
);
