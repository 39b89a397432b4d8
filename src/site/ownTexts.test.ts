import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { checkOwnTexts } from './checkTexts.ts';
import { siteDetails } from './details.ts';
import { expand } from './expand.ts';
import { catalogs, createMessages } from './messages.ts';
import { catalogOf } from './ownTexts.ts';
import type { Problem } from './problems.ts';
import { resolve } from './resolve.ts';
import { type FileConfig, schema } from './schema.ts';
import { noticeTexts } from './texts.ts';

type Own = Pick<FileConfig, 'texts' | 'purposes'>;

const own = (edit: Partial<Own>): Own => ({ texts: {}, purposes: {}, ...edit });
const saidOf = (texts: unknown, russian = true): Problem[] => {
  const problems: Problem[] = [];
  checkOwnTexts(texts as FileConfig['texts'], { path: ['texts'], russian, problems });
  return problems;
};

describe('own texts', () => {
  const texts = { 'ui.accept': { kk: 'Иә', ru: 'Да' }, 'told.term_few': { ru: '{{count}} дня' } };

  it('stand in their places and change nothing else', () => {
    const catalog = catalogOf(own({ texts }), 'ru');
    const expected = structuredClone(catalogs.ru);
    expected.ui.accept = 'Да';
    expected.told.term_few = '{{count}} дня';
    expect(catalog).toEqual(expected);
    expect(catalogOf(own({ texts }), 'kk').ui.accept).toBe('Иә');
    expect(catalogs.kk.ui.accept).toBe('Барлығын қабылдау');
  });

  it('reach the notice and the panel', () => {
    const site = resolve(expand(schema.parse({ ...structuredClone(demo), texts })), {});
    const messages = createMessages('ru', catalogOf(site, 'ru'));
    expect(noticeTexts(site, messages).accept).toBe('Да');
    expect(siteDetails(site, messages).texts.accept).toBe('Да');
  });

  it('are wanted in each language that has such a text, and only there', () => {
    expect(saidOf(texts)).toEqual([]);
    expect(saidOf({ 'ui.accept': { kk: 'Иә' } }, false)).toEqual([]);
    expect(saidOf({ 'ui.accept': { kk: 'Иә' }, 'told.term_few': { kk: '{{count}} күн' } })).toEqual([
      { where: 'texts["ui.accept"].ru', message: 'is missing. Write the text in Russian.' },
      {
        where: 'texts["told.term_few"].kk',
        message: 'is not used: Kazakh has no such form. Take it out.',
      },
      { where: 'texts["told.term_few"].ru', message: 'is missing. Write the text in Russian.' },
    ]);
  });

  it.each([
    ['{{name}}, БСН', '{{bin}} {{name}}'],
    ['{{name}}, {{bin}} {{bin}}', '{{bin}} {{name}}'],
    ['$t(ui.accept) {{name}} {{bin}}', '{{bin}} {{name}}'],
  ])('must have the values of the original: %s', (kk, wanted) => {
    const ru = '{{name}}, {{bin}}';
    expect(saidOf({ 'told.operator': { kk, ru } })).toEqual([
      {
        where: 'texts["told.operator"].kk',
        message: `must hold the same as the original: ${wanted}. Mend it.`,
      },
    ]);
  });

  it('are read for misspelt Kazakh', () => {
    expect(saidOf({ 'ui.accept': { kk: 'Kелісу', ru: 'Да' } })).toEqual([
      {
        where: 'texts["ui.accept"].kk',
        message: '"Kелісу" mixes Latin and Cyrillic letters. Type the word again with Kazakh letters.',
      },
    ]);
  });
});

describe('a purpose under another name', () => {
  const name = { kk: 'Бейне', ru: 'Видео' };

  it('is called so in the panel, and in the middle of a sentence', () => {
    const { purpose } = catalogOf(own({ purposes: { media: { name } } }), 'kk');
    expect(purpose.media).toMatchObject({ name: 'Бейне', listed: 'бейне' });
    expect(purpose.analytics).toEqual(catalogs.kk.purpose.analytics);
  });

  it('keeps the capitals of an abbreviation, and leaves the last word to "texts"', () => {
    const purposes = { media: { name: { kk: 'ТВ', ru: 'ТВ' } } };
    expect(catalogOf(own({ purposes }), 'ru').purpose.media.listed).toBe('ТВ');
    const texts = { 'purpose.media.listed': { kk: 'теледидар', ru: 'телевидение' } };
    expect(catalogOf(own({ purposes, texts }), 'ru').purpose.media).toMatchObject({
      name: 'ТВ',
      listed: 'телевидение',
    });
  });

  it('may be explained in other words', () => {
    const description = { kk: 'Бейне көрсету.', ru: 'Показывать видео.' };
    expect(catalogOf(own({ purposes: { media: { description } } }), 'kk').purpose.media.description).toBe(
      'Бейне көрсету.',
    );
  });
});

describe('a lifetime that nobody tells', () => {
  it.each([
    ['kk', 'белгісіз'],
    ['ru', 'неизвестно'],
  ] as const)('is told of as such: %s', (locale, words) => {
    const config = structuredClone(demo);
    (config.trackers[0]?.stores[0] as { lifetime: string }).lifetime = 'unknown';
    const site = resolve(expand(schema.parse(config)), {});
    expect(siteDetails(site, createMessages(locale)).trackers[0]?.stores[0]?.lifetime).toBe(words);
  });
});
