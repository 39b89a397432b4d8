import type { Identifier } from '@mdn/browser-compat-data';
import { css, lacking } from './compat.ts';

const every = (text: string, shape: RegExp): string[][] =>
  [...text.matchAll(shape)].map((found) => [...found]);

/** Units by their names in MDN's list. */
const UNITS: Record<string, string> = {
  dv: 'viewport_percentage_units_dynamic',
  sv: 'viewport_percentage_units_small',
  lv: 'viewport_percentage_units_large',
  cq: 'container_query_length_units',
};

type Feature = [name: string, feature: Identifier | undefined];
const group = (name: string) => (css as Record<string, Identifier>)[name] as Identifier;

/** `name: value` with all words, functions and units in the value. */
function declarations(sheet: string): Feature[] {
  return every(sheet, /[{;]\s*(-?[a-z][\w-]*)\s*:\s*([^;{}]+)(?=[;}])/g).flatMap(
    ([, name = '', value = '']) => [
      [name, group('properties')[name]] as Feature,
      ...every(value, /(?<![-\w#.])[a-z][\w-]*(?![\w-]*\()/g).map(
        ([word = '']) => [`${name}: ${word}`, group('properties')[name]?.[word]] as Feature,
      ),
      ...every(value, /([a-z-]+)\(/g).map(([, word = '']) => [`${word}()`, group('types')[word]] as Feature),
      ...every(value, /\d(dv|sv|lv|cq)(?:[hwib]|min|max)\b/g).map(
        ([, unit = '']) => [unit, group('types').length?.[UNITS[unit] as string]] as Feature,
      ),
    ],
  );
}

/** Pseudo-classes and -elements, at-rules and media features. */
function selectors(sheet: string): Feature[] {
  const heads = every(sheet, /(?:^|[{};])([^{};]+)(?=\{)/g).map(([, head = '']) => head);
  return heads.flatMap((head) => [
    ...(head.startsWith('@') ? [] : every(head, /::?([a-z-]+)/g)).map(
      ([all = '', name = '']) => [all, group('selectors')[name]] as Feature,
    ),
    ...every(head, /^@([a-z-]+)/g).map(([all = '', name = '']) => [all, group('at-rules')[name]] as Feature),
    ...every(head, /^@media.*/g).flatMap(([media = '']) =>
      every(media, /\(([a-z-]+)/g).map(([, name = '']) => [name, group('at-rules').media?.[name]] as Feature),
    ),
  ]);
}

/** What of a style sheet one of the oldest browsers does not know, by name. */
export const youngIn = (sheet: string): string[] =>
  [...declarations(sheet), ...selectors(sheet)]
    .filter(([, feature]) => feature && lacking(feature).length > 0)
    .map(([name]) => name);
