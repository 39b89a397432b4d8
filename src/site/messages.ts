import { createInstance } from 'i18next';
import kk from '../../locales/kk.json';
import ru from '../../locales/ru.json';
import type { Locale } from '../types.ts';

/** All texts of the widget, by language. Both must hold the same keys; the unit test says which one lacks. */
export const catalogs = { kk, ru };

/** Texts of one language. */
export interface Messages {
  readonly locale: Locale;
  /** The text of a key, plural chosen by `count`. Throws on a key or a value that is missing. */
  t(key: string, values?: Record<string, string | number>): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
  /** The country's name; `locales/` has its own where everybody uses a short one. */
  country(code: string): string;
  /** A date in words, from `2026-11-22`. */
  date(iso: string): string;
}

const fail = (what: string): never => {
  throw new Error(`locales: ${what}`);
};

/**
 * Texts of one language, checked as they are used: nothing is ever replaced by its key or another language.
 * @param catalog The texts, where the site has some of its own.
 */
export function createMessages(
  locale: Locale,
  catalog: (typeof catalogs)[Locale] = catalogs[locale],
): Messages {
  const i18n = createInstance();
  void i18n.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { translation: catalog } },
    initAsync: false,
    saveMissing: true,
    missingKeyHandler: (_languages, _namespace, key) => fail(`${locale}.json lacks "${key}"`),
    missingInterpolationHandler: (text) => fail(`${locale}.json: a value is missing in "${text}"`),
    interpolation: { escapeValue: false },
  });
  const t: Messages['t'] = (key, values = {}) => i18n.t(key, values);
  return {
    locale,
    t,
    list(items) {
      const head = items.slice(0, -1).join(', ');
      const last = items[items.length - 1] ?? '';
      return head ? t('list.last', { head, last }) : last;
    },
    country: (code) =>
      (catalog.country as Record<string, string>)[code] ??
      new Intl.DisplayNames(locale, { type: 'region' }).of(code) ??
      fail(`no name for the country ${code}`),
    date(iso) {
      const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
      return t('date.full', { year, day, month: months(t)[month - 1] as string });
    },
  };
}

/** Names of months as they stand in a date, January first. */
export const months = (t: Messages['t']): string[] => t('date.months').split('|');
