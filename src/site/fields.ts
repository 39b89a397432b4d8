import { z } from 'zod';
import { meant } from './nearest.ts';

/* The kinds of field a configuration is made of. `problems.ts` puts the place in front of every message. */

/** The two halves of a message: what is wrong (or that it is missing), then what to write instead. */
export const wanted = (what: string, cure: string) => ({
  error: ({ input }: { input?: unknown }) => `${input === undefined ? 'is missing' : what}. ${cure}`,
});

/** A text that is not empty. */
export const text = (cure: string) =>
  z.string(wanted('must be text', cure)).trim().min(1, `is empty. ${cure}`);

/** A text of a certain shape. */
export const matching = (shape: RegExp, what: string, cure: string) =>
  z.string(wanted('must be text', cure)).regex(shape, `${what}. ${cure}`);

/** True or false. */
export const flag = z.boolean(wanted('must be true or false', 'Write true, or leave it out.'));

/** An object without unknown keys; its message has a line for each of those, in the order of the issue's `keys`. */
export function object<Shape extends z.ZodRawShape>(shape: Shape, cure: string) {
  const known = Object.keys(shape);
  const unknown = (key: string) => `is an unknown key.${meant(key, known)} Known keys: ${known.join(', ')}.`;
  return z.strictObject(shape, {
    error: ({ code, keys, input }) =>
      code === 'unrecognized_keys'
        ? keys?.map(unknown).join('\n')
        : `${input === undefined ? 'is missing' : 'must be an object'}. ${cure}`,
  });
}

/** A list of such items. */
export const list = <Item extends z.ZodType>(item: Item, cure: string) =>
  z.array(item, wanted('must be a list', cure));

/** One of some words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, {
    error: ({ input }) => {
      const cure = `Write one of: ${words.map((word) => `"${word}"`).join(', ')}.`;
      if (input === undefined) return `is missing. ${cure}`;
      return `is not one of the known words.${meant(String(input), words)} ${cure}`;
    },
  });

/** A text in Kazakh and Russian. */
export const localized = (what: string) =>
  object(
    {
      kk: text(`Write ${what} in Kazakh.`).describe('In Kazakh.'),
      ru: text(`Write ${what} in Russian.`)
        .optional()
        .describe('The same in Russian; needed where "languages" has "ru".'),
    },
    `Write { "kk": ${what} in Kazakh, "ru": ${what} in Russian }.`,
  );

/** The host of an https address: nothing in it can end a directive of a policy, a quoted word or an attribute. */
const HOST = String.raw`https:\/\/[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*(:\d{1,5})?`;
const HERE = String.raw`http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(?=\/|$)`;

// Browsers take a backslash for a slash: "/\other.example" would be another site.
const ADDRESS = new RegExp(String.raw`^(${HOST}(?=[/?#]|$)|${HERE}|\/(?![/\\]))[^\s\\\p{Cc}]*$`, 'u');

/** A folder: the same, without query, fragment and what could end an attribute or a directive, with "/" at its end. */
export const FOLDER = new RegExp(String.raw`^(${HOST})?\/(?![/\\])([^\s"'<>?#\\\p{Cc}]*\/)?$`, 'u');

/** Whether a browser takes it for an address, seen from a page. */
export const isReadable = (value: string): boolean => URL.canParse(value, 'https://site.example');

/** An `https://` address, one of this machine, or a path of the site; a browser can read it. */
export const address = (cure: string) => {
  const error = `must be an https:// address or a path of the site that begins with "/". ${cure}`;
  return z
    .string(wanted('must be text', cure))
    .regex(ADDRESS, { error, abort: true })
    .refine(isReadable, error);
};

/** One address, or one for each language. */
export const link = z.union(
  [
    address('Write an address such as "https://example.kz/privacy".'),
    object(
      {
        kk: address('Write the address of the Kazakh page.').describe('Address of the Kazakh page.'),
        ru: address('Write the address of the Russian page.')
          .optional()
          .describe('Address of the Russian page.'),
      },
      'Write one address, or { "kk": address, "ru": address }.',
    ),
  ],
  wanted(
    'must be an https:// address or a path of the site',
    'Write one address, or { "kk": address, "ru": address }.',
  ),
);
