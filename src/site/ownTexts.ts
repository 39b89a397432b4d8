import type { Locale, Purpose } from '../types.ts';
import { catalogs } from './messages.ts';
import type { FileConfig } from './schema.ts';

/** All texts of one language. */
export type Catalog = (typeof catalogs)['kk' | 'ru'];

/** Texts and groups of texts by name. */
interface Texts {
  [name: string]: string | Texts;
}

type Own = Pick<FileConfig, 'texts' | 'purposes'>;

/** As it stands in a list within a sentence: an abbreviation keeps its capitals. */
const listed = (name: string): string =>
  /^\p{Lu}{2}/u.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);

/** Own texts of one language by their key; names and explanations of purposes first, so that `texts` has the last word. */
function ownTexts({ texts, purposes }: Own, locale: Locale): [key: string, text: string][] {
  const found: [string, string | undefined][] = [];
  for (const [id, purpose] of Object.entries(purposes)) {
    const name = purpose?.name?.[locale];
    if (name) found.push([`purpose.${id}.name`, name], [`purpose.${id}.listed`, listed(name)]);
    found.push([`purpose.${id}.description`, purpose?.description?.[locale]]);
  }
  for (const [key, text] of Object.entries(texts)) found.push([key, text[locale]]);
  return found.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** The texts of one language with those of the site, whose keys were checked, in their places. */
export function catalogOf(own: Own, locale: Locale): Catalog {
  const catalog = structuredClone(catalogs[locale]) as Catalog;
  for (const [key, text] of ownTexts(own, locale)) {
    const path = key.split('.');
    const last = path.pop() as string;
    const place = path.reduce((at: Texts, part) => at[part] as Texts, catalog);
    place[last] = text;
  }
  return catalog;
}

/** Whether the site hides a purpose, so that nobody is asked and no tracker of it runs. */
export const isHidden = ({ purposes }: Pick<Own, 'purposes'>, purpose: Purpose): boolean =>
  purposes[purpose]?.hidden === true;
