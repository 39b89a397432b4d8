import { holds, LOADING, table } from './judge.ts';

const NAMES = `${LOADING},img,input,image,template`;

/** Elements that may ask for something, as a selector. */
export const WATCHED = `${NAMES},[ping]`;

/** Attributes that make them ask. */
export const ASKING = 'src srcset imagesrcset href data poster ping';

/** What makes an element ask for something, by its name and then by the attribute's. */
export const watched = table(NAMES, table(ASKING, 1));
watched.a = watched.area = table('ping', 1);

/** An attribute's name without its namespace and without the mark of the filter. */
export const bare = (name: unknown): string => `${name}`.toLowerCase().replace(/^(xlink:|data-held-)/, '');

/** Whether an attribute asks for something that has to be held back. Lists of addresses are looked at one by one. */
export function offends(tag: string, name: string, value: unknown): unknown {
  if (!watched[tag]?.[name]) return;
  if (!/set|ping/.test(name)) return holds(value, tag);
  return `${value}`.split(/[\s,]+/).some((part) => holds(part, tag));
}

/** A quote begins a value behind `=` alone: `alt="TV 24"" src=…` and `title='it's' src=…` are tags with an address. */
const TAGS = /<(\w+)([^>=]|=\s*("[^"]*"|'[^']*'|(?!["'\s])))*>/g;
const PAIRS = /([\s"'/])([\w:-]+)(\s*=\s*)("[^"]*"|'[^']*'|[^\s>]+)/g;

/** Quotes, and references to characters: `&#47;` and `&#x2F;` are slashes. */
const CODED = /["']|&#(\w+);?/g;

/** The character that is meant. A quote becomes one that no address begins or ends with: browsers pass over it there. */
const decode = (_found: string, code?: string) => String.fromCharCode(`0${code}` as never);

/**
 * HTML in which no tag asks for anything that has to be held back. The address stays in the tag under another name,
 * where `inspect` finds it.
 */
export function filter(html: string): string {
  // Another site's address has two slashes, as they are or as references to characters.
  if (!/\/\/|&#/.test(html)) return html;
  return html.replace(TAGS, (whole, tag: string) =>
    whole.replace(PAIRS, (pair, before: string, name: string, equals: string, value: string) =>
      offends(tag.toLowerCase(), bare(name), value.replace(CODED, decode))
        ? `${before}data-held-${bare(name)}${equals}${value}`
        : pair,
    ),
  );
}
