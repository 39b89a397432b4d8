import type { Locale } from '../types.ts';
import { catalogs } from './messages.ts';

/** Every text of one language by its key, such as `ui.accept`. */
export const flatTexts = (locale: Locale): Record<string, string> =>
  Object.fromEntries(flatten(catalogs[locale], ''));

/** Keys of all texts of these languages, each once. */
export const textKeys = (locales: readonly Locale[]): string[] => [
  ...new Set(locales.flatMap((locale) => Object.keys(flatTexts(locale)))),
];

const flatten = (value: unknown, place: string): [string, string][] =>
  typeof value === 'string'
    ? [[place, value]]
    : Object.entries(value as object).flatMap(([key, child]) =>
        flatten(child, place ? `${place}.${key}` : key),
      );
