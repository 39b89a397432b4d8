import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import kk from '../../locales/kk.json';
import { lintKazakh } from './stringLint.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, LOCALES), 'utf8');

/** Every string in a value, with its place. */
const stringsOf = (value: unknown, place = ''): [string, string][] =>
  typeof value === 'string'
    ? [[place, value]]
    : Object.entries(value ?? {}).flatMap(([key, child]) =>
        stringsOf(child, place ? `${place}.${key}` : key),
      );

describe('lintKazakh finds', () => {
  it.each([
    ['бюrolар', 'Latin letters in the middle (clause 2.2)'],
    ['кабинетten', 'Latin letters at the end (clause 4.3)'],
    ['субъектiнiң', 'Latin i in the place of і'],
    ['Cайт', 'a Latin first letter that looks Cyrillic'],
    ['cookieлер', 'a Kazakh ending grown onto a Latin word'],
    ['шаhар', 'Latin h in the place of һ'],
    ['əлем', 'Latin schwa in the place of ә'],
  ])('mixed alphabets in "%s": %s', (word) => {
    expect(lintKazakh(`Бұл ${word} сөзі`)).toEqual([expect.stringMatching(`"${word}" mixes`)]);
  });

  it.each(['мобиЛЬДІ', 'саЙт', 'ПайдаланушЫ', 'дербеСтік'])('a capital inside "%s"', (word) => {
    expect(lintKazakh(word)).toEqual([expect.stringMatching(`"${word}" has a capital`)]);
  });

  it.each([
    ['парапаш', 'веб-парапашасының'],
    ['уыш', 'пайдалануышының'],
    ['өнде', 'өндеуге'],
    ['өндө', 'өндөледі'],
    ['үфым', 'үфымдар'],
    ['корға', 'корғау'],
    ['сакта', 'сакталады'],
    ['парапаш', 'ПАРАПАША'],
    ['сакта', 'Сактау'],
  ])('the misspelling %s in "%s"', (part, word) => {
    expect(lintKazakh(word)).toEqual([expect.stringContaining(`misspelling ("${part}")`)]);
  });

  it.each([
    ['мїндет', 'Ukrainian ї'],
    ['ћалық', 'Serbian ћ'],
    ['ќазақ', 'Macedonian ќ'],
    ['сай\u0438\u0306', 'a letter written as two'],
  ])('a letter outside the alphabet in "%s": %s', (word) => {
    expect(lintKazakh(word)).toEqual([expect.stringContaining('outside the Kazakh alphabet')]);
  });

  it('a word of a third alphabet', () => {
    expect(lintKazakh('Біз λόγος')).toEqual([expect.stringContaining('neither Kazakh nor Latin')]);
  });

  it('every bad word of a text, and each kind of fault in one word', () => {
    expect(lintKazakh('бюrolар және үфымдар')).toHaveLength(2);
    expect(lintKazakh('өндеуГе')).toHaveLength(2);
  });
});

describe('lintKazakh passes', () => {
  it.each([
    ...['IP-мекенжай', 'МҚҰ-ның', '«Finbox» микроқаржы ұйымы» ЖШС', 'cookie файлдары', 'IndexedDB дерекқоры'],
    ...[
      'Сіздің браузеріңіз',
      'www.akshamat.kz',
      '№4/2',
      'ЖАУАПКЕРШІЛІГІ ШЕКТЕУЛІ',
      'iPhone',
      'шаһар',
      'Т. А. Ә.',
    ],
    ...[
      'өңдеу',
      'қорғау',
      'сақталады',
      'ұғымдар',
      'парақшасының',
      'пайдаланушының',
      '2026 жылғы 22 қараша',
      '',
    ],
    ...['ҚР-дың', 'объект, цех, ёлка', '{{count}} күн'],
  ])('"%s"', (text) => {
    expect(lintKazakh(text)).toEqual([]);
  });
});

describe('what is shipped in Kazakh passes the lint', () => {
  it.each(stringsOf(kk))('kk.json %s', (_place, text) => {
    expect(lintKazakh(text)).toEqual([]);
  });

  it('policy.kk.md', () => {
    expect(read('policy.kk.md').length).toBeGreaterThan(5000);
    expect(lintKazakh(read('policy.kk.md'))).toEqual([]);
  });

  it.each(stringsOf(demo).filter(([place]) => place.endsWith('.kk')))('demo %s', (_place, text) => {
    expect(lintKazakh(text)).toEqual([]);
  });

  it.each(readdirSync(LOCALES))('%s holds no word that mixes Latin and Cyrillic', (name) => {
    const words = read(name).match(/[\p{L}\p{M}]+/gu) ?? [];
    const mixed = words.filter((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));
    expect(words.length).toBeGreaterThan(100);
    expect(mixed).toEqual([]);
  });
});
