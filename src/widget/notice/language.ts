import type { Locale } from '../../types.ts';
import { rules } from '../site.ts';
import { attempt } from '../warn.ts';

/** Where a language that the visitor chose with a press is kept. Nothing is kept without that press. */
const KEY = 'kelisim.locale';

const known = (tag: string | undefined) =>
  rules.locales.find((locale) => new RegExp(`^${locale}`, 'i').test(`${tag}`));

/** Keeps the visitor's language for later pages and gives back what is kept. Where storage is off, nothing is. */
export function rememberLocale(locale?: Locale): string | undefined {
  let kept: string | undefined;
  attempt(() => {
    if (locale) localStorage[KEY] = locale;
    kept = localStorage[KEY];
  });
  return kept;
}

/** The language to begin with: the visitor's own choice, else the page's, else the first one. */
export const firstLocale = (): Locale =>
  known(rememberLocale()) ?? known(document.documentElement.lang) ?? (rules.locales[0] as Locale);
