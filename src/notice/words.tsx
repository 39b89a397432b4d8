import type { ComponentChildren } from 'preact';
import type { Locale } from '../types.ts';

/** What is said at one place, in each language that stands there: one, or all of them at once. Kazakh first. */
export type InLanguages<Texts> = { locale: Locale; texts: Texts }[];

/** The words of one button: alone, or in every language, each with its mark. */
export const inAll = <Texts,>(
  languages: InLanguages<Texts>,
  of: (texts: Texts) => string,
): ComponentChildren =>
  languages.length > 1
    ? languages.map(({ locale, texts }) => (
        <span key={locale} lang={locale}>
          {of(texts)}
        </span>
      ))
    : languages.map(({ texts }) => of(texts));

/** The mark of a block in one language, by which the browser side shows it and hides it; a block in all has none. */
export const blockLang = (languages: InLanguages<unknown>) =>
  languages.length > 1 ? {} : { lang: languages[0]?.locale };

/** The mark of a part of a block: a block in one language bears it itself. */
export const partLang = (languages: InLanguages<unknown>, lang: Locale) =>
  languages.length > 1 ? { lang } : {};
