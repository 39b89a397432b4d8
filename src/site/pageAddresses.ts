import type { DefaultTreeAdapterTypes } from 'parse5';

/** The attributes of an element that make a browser ask for something, by its name. */
const ASKING: Record<string, readonly string[]> = {
  script: ['src'],
  img: ['src', 'srcset'],
  iframe: ['src'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  object: ['data'],
  embed: ['src'],
  input: ['src'],
};

/** Attributes by name. */
export const attributesOf = (element: DefaultTreeAdapterTypes.Element): Record<string, string> =>
  Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]));

/** Addresses in a list of pictures with their sizes; a comma may be part of an address. */
const inSet = (set: string): string[] =>
  [...set.matchAll(/[\s,]*(\S*[^\s,])(?:\s[^,]*)?/g)].map(([, address = '']) => address);

/** Every address that an element loads by itself. */
export function addressesOf(element: DefaultTreeAdapterTypes.Element): string[] {
  const attributes = attributesOf(element);
  const names = Object.hasOwn(ASKING, element.tagName) ? (ASKING[element.tagName] ?? []) : [];
  return names.flatMap((name) => {
    const value = attributes[name] ?? '';
    return name === 'srcset' ? inSet(value) : [value];
  });
}
