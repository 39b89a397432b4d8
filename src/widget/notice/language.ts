import type { Locale } from '../../types.ts';
import { rules } from '../site.ts';
import { warn } from '../warn.ts';

/** Where a language that the visitor chose with a press is kept. Nothing is kept without that press. */
const KEY = 'kelisim.locale';

const known = (tag: string | undefined) => rules.locales.find((locale) => tag?.split('-')[0] === locale);

/** Keeps the visitor's language for later pages and gives back what is kept. Where storage is off, nothing is. */
export function rememberLocale(locale?: Locale): string | undefined {
  try {
    if (locale) localStorage[KEY] = locale;
    return localStorage[KEY];
  } catch {
    warn('language: allow local storage');
  }
}

/** The language to begin with: the visitor's own choice, else the page's, else the first one. */
export const firstLocale = (): Locale =>
  known(rememberLocale()) ?? known(document.documentElement.lang) ?? (rules.locales[0] as Locale);
