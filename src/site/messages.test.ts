import { describe, expect, it } from 'vitest';
import type { Locale } from '../types.ts';
import { catalogs, createMessages } from './messages.ts';

const LOCALES: Locale[] = ['kk', 'ru'];

const flat = (value: unknown, place = ''): [string, string][] =>
  typeof value === 'string'
    ? [[place, value]]
    : Object.entries(value as object).flatMap(([key, child]) => flat(child, place ? `${place}.${key}` : key));

const entries = { kk: flat(catalogs.kk), ru: flat(catalogs.ru) };
const PLURAL = /_(zero|one|two|few|many|other)$/;
const stem = (key: string) => key.replace(PLURAL, '');
const stems = (locale: Locale) => [...new Set(entries[locale].map(([key]) => stem(key)))].sort();
const pluralStems = (locale: Locale) => [
  ...new Set(entries[locale].filter(([key]) => PLURAL.test(key)).map(([key]) => stem(key))),
];
const marks = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort();

describe('the catalogs', () => {
  it('hold the same keys in both languages', () => {
    expect(stems('kk').length).toBeGreaterThan(80);
    expect(stems('ru')).toEqual(stems('kk'));
    expect(pluralStems('ru')).toEqual(pluralStems('kk'));
  });

  it.each(LOCALES)('hold every plural form that %s has, and no other', (locale) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const key of pluralStems(locale)) {
      const held = entries[locale].filter(([other]) => PLURAL.test(other) && stem(other) === key);
      expect(held.map(([other]) => other.slice(key.length + 1)).sort(), key).toEqual(forms);
    }
  });

  it.each(LOCALES)('hold no empty and no untrimmed text in %s', (locale) => {
    expect(entries[locale].filter(([, text]) => !text || text !== text.trim())).toEqual([]);
  });

  it.each(stems('kk'))('take the same values in both languages: %s', (key) => {
    const all = LOCALES.flatMap((locale) => entries[locale].filter(([other]) => stem(other) === key));
    const [, first] = all[0] as [string, string];
    for (const [, text] of all) expect(marks(text)).toEqual(marks(first));
  });

  it.each(LOCALES)('name twelve different months in %s', (locale) => {
    expect(new Set(catalogs[locale].date.months.split('|')).size).toBe(12);
  });
});

describe('createMessages', () => {
  const kk = createMessages('kk');
  const ru = createMessages('ru');

  it.each(LOCALES)('throws on a missing key and names key and file: %s', (locale) => {
    expect(() => createMessages(locale).t('ui.nothing')).toThrow(`${locale}.json lacks "ui.nothing"`);
  });

  it.each(LOCALES)('throws on a missing value and names the file: %s', (locale) => {
    expect(() => createMessages(locale).t('told.operator', { name: 'X' })).toThrow(`${locale}.json`);
  });

  it('throws when a plural is asked for without a count', () => {
    expect(() => ru.t('told.term')).toThrow('told.term');
  });

  it.each(['A & B <b>"C"</b>', '$& $1 $$', '{{bin}}', '$t(ui.accept)', 'a.b:c'])(
    'puts in %j as it is',
    (name) => {
      expect(ru.t('told.operator', { name, bin: '1' })).toBe(`Оператор: ${name}, БИН 1.`);
    },
  );

  it('writes dates as people do', () => {
    expect(kk.date('2026-11-22')).toBe('2026 жылғы 22 қараша');
    expect(ru.date('2026-11-22')).toBe('22 ноября 2026 г.');
    expect(ru.date('2020-03-10')).toBe('10 марта 2020 г.');
    expect(kk.date('2020-01-01')).toBe('2020 жылғы 1 қаңтар');
  });

  it.each([
    [1, '1 день', '1 күн'],
    [2, '2 дня', '2 күн'],
    [5, '5 дней', '5 күн'],
    [11, '11 дней', '11 күн'],
    [21, '21 день', '21 күн'],
    [22, '22 дня', '22 күн'],
    [112, '112 дней', '112 күн'],
    [180, '180 дней', '180 күн'],
  ])('counts %i days in both languages', (count, russian, kazakh) => {
    expect(ru.t('lifetime.day', { count })).toBe(russian);
    expect(kk.t('lifetime.day', { count })).toBe(kazakh);
  });

  it('counts years in Russian: 1 год, 2 года, 5 лет', () => {
    expect([1, 2, 5].map((count) => ru.t('lifetime.year', { count }))).toEqual(['1 год', '2 года', '5 лет']);
  });

  it.each([
    ['US', 'АҚШ', 'США'],
    ['RU', 'Ресей', 'Россия'],
    ['KZ', 'Қазақстан', 'Казахстан'],
    ['DE', 'Германия', 'Германия'],
    ['IE', 'Ирландия', 'Ирландия'],
    ['CN', 'Қытай', 'Китай'],
  ])('names the country %s in both languages', (code, kazakh, russian) => {
    expect([kk.country(code), ru.country(code)]).toEqual([kazakh, russian]);
  });

  it('joins a list with commas and one last "and"', () => {
    expect([[], ['а'], ['а', 'ә'], ['а', 'ә', 'б']].map(kk.list)).toEqual([
      '',
      'а',
      'а және ә',
      'а, ә және б',
    ]);
    expect(ru.list(['а', 'б', 'в'])).toBe('а, б и в');
  });
});
