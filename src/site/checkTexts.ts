import type { Locale } from '../types.ts';
import type { Loose } from './loose.ts';
import { meant } from './nearest.ts';
import { type Problem, placeOf } from './problems.ts';
import type { FileConfig } from './schema.ts';
import { lintKazakh } from './stringLint.ts';
import { flatTexts, textKeys } from './textKeys.ts';

/** How texts are looked at. */
export interface TextCheck {
  path: PropertyKey[];
  /** Whether Russian is among the languages of the site. */
  russian: boolean;
  problems: Problem[];
}

const lint = (text: string, path: PropertyKey[], problems: Problem[]): void => {
  for (const finding of lintKazakh(text))
    problems.push({ where: placeOf(path), message: `${finding}. Type the word again with Kazakh letters.` });
};

/** Every `{ "kk", "ru" }` in the file: Russian beside Kazakh, and Kazakh spelt with Kazakh letters. */
export function checkTexts(value: unknown, { path, russian, problems }: TextCheck): void {
  if (typeof value !== 'object' || value === null) return;
  const { kk, ru } = value as { kk?: unknown; ru?: unknown };
  if (typeof kk === 'string') {
    if (russian && ru === undefined)
      problems.push({ where: placeOf([...path, 'ru']), message: 'is missing. Write the same in Russian.' });
    lint(kk, [...path, 'kk'], problems);
  }
  for (const [key, child] of Object.entries(value))
    checkTexts(child, { path: [...path, Array.isArray(value) ? Number(key) : key], russian, problems });
}

/** What an own text must hold as the original does; `$t(` would be taken for a reference to another text. */
const marks = (text: string): string => (text.match(/\{\{.*?\}\}|\$t\(/g) ?? []).sort().join(' ');

/** Own texts: keys that there are, every language that has such a text, and the same values to be filled in. */
export function checkOwnTexts(
  texts: Loose<FileConfig['texts']> | undefined,
  { path, russian, problems }: TextCheck,
): void {
  if (typeof texts !== 'object' || texts === null) return;
  const locales: Locale[] = russian ? ['kk', 'ru'] : ['kk'];
  const known = textKeys(locales);
  for (const [key, text] of Object.entries(texts)) {
    const place = [...path, key];
    if (!known.includes(key)) {
      const cure = `${meant(key, known)} All keys are in locales/kk.json and locales/ru.json.`;
      problems.push({ where: placeOf(place), message: `is the key of no text.${cure}` });
    } else if (typeof text === 'object' && text !== null)
      for (const locale of locales) checkOwnText(text[locale], { key, locale, place, problems });
  }
}

const LANGUAGES = { kk: 'Kazakh', ru: 'Russian' };

interface OwnText {
  key: string;
  locale: Locale;
  place: PropertyKey[];
  problems: Problem[];
}

function checkOwnText(text: unknown, { key, locale, place, problems }: OwnText): void {
  const original = flatTexts(locale)[key];
  const problem = (message: string) => problems.push({ where: placeOf([...place, locale]), message });
  if (original === undefined) {
    if (text !== undefined) problem(`is not used: ${LANGUAGES[locale]} has no such form. Take it out.`);
  } else if (text === undefined) problem(`is missing. Write the text in ${LANGUAGES[locale]}.`);
  else if (typeof text !== 'string') return;
  else {
    if (marks(text) !== marks(original))
      problem(
        `must hold the same as the original: ${marks(original) || 'nothing to be filled in'}. Mend it.`,
      );
    if (locale === 'kk') lint(text, [...place, locale], problems);
  }
}
