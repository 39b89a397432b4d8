import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import { expand } from './expand.ts';
import { createMessages } from './messages.ts';
import { prerender } from './prerender.tsx';
import { resolve } from './resolve.ts';
import { type SiteConfig, schema } from './schema.ts';
import { noticeTexts } from './texts.ts';

const MARKUP = '<img src=x onerror="alert(1)">&"\'';

function html(edit: (config: SiteConfig) => void = () => {}): string {
  const config = expand(schema.parse(structuredClone(demo)));
  edit(config);
  const site = resolve(config, {});
  return prerender({
    messages: site.languages.map((locale) => createMessages(locale)),
    texts: (messages) => noticeTexts(site, messages),
    settings: true,
    trackers: site.trackers,
  });
}
/** The block of the first layer in one language. */
const notice = (locale: string) =>
  html()
    .split(/(?=<\w+ class="?notice\b|<\w+ popover)/)
    .find((part) => new RegExp(`^<\\w+ class="?notice\\b[^>]* lang="?${locale}\\b`).test(part)) ?? '';
const first = (config: SiteConfig) => config.trackers[0] as SiteConfig['trackers'][number];

describe('the first layer', () => {
  it('holds both languages, Kazakh first', () => {
    expect(notice('kk')).toContain('Барлығын қабылдау');
    expect(notice('ru')).toContain('Принять все');
    expect(html().indexOf(notice('kk'))).toBeLessThan(html().indexOf(notice('ru')));
    expect(html().match(/data-locale="?(kk|ru)/g)).toEqual(['data-locale=kk', 'data-locale=ru']);
  });

  it.each([
    ['kk', 'қабылдау', 'бас тарту'],
    ['ru', 'Принять', 'Отклонить'],
  ])(
    'makes accept and refuse the same button but for the words, side by side: %s',
    (locale, accept, refuse) => {
      const [yes, no] = notice(locale).match(/<button[^>]*data-act[^>]*>[^<]*<\/button>/g) as [
        string,
        string,
      ];
      expect(yes).toContain(accept);
      expect(no).toContain(refuse);
      const bare = (button: string) => button.replace(/data-act="?\w+"?/, '').replace(/>[^<]*</, '><');
      expect(bare(no)).toBe(bare(yes));
      expect(notice(locale)).toContain(yes + no);
    },
  );

  it('has nothing ticked and nothing focused beforehand', () => {
    expect(html()).not.toMatch(/checked|autofocus|<input/i);
  });

  it.each([
    ['kk', ['180 күн', 'Ресей', 'АҚШ', '«Finbox» микроқаржы ұйымы', 'cookie файлдарын', 'аналитика']],
    ['ru', ['180 дней', 'Россия', 'США', 'Микрофинансовая организация', 'файлы cookie', 'аналитика']],
  ])('says term, countries, operator, technologies and purposes: %s', (locale, words) => {
    expect(words.filter((word) => !notice(locale).includes(word))).toEqual([]);
  });

  it('says that nothing goes abroad when nothing does', () => {
    const text = html((config) => {
      for (const { provider } of config.trackers) provider.country = 'KZ';
    });
    expect(text).toContain('шетелге берілмейді');
    expect(text).toContain('но не за границу');
  });

  it('needs no language switch in Kazakh alone', () => {
    const text = html((config) => (config.languages = ['kk']));
    expect(text).not.toMatch(/data-locale|lang="?ru/);
  });
});

describe('markup in a configuration', () => {
  it.each<[string, (config: SiteConfig) => void]>([
    ['an operator', ({ operator }) => (operator.name = { kk: MARKUP, ru: MARKUP })],
    ['a tracker', (config) => (first(config).name = MARKUP)],
    ['a script address', (config) => (first(config).start = [{ script: `/${MARKUP}` }])],
    ['a pixel address', (config) => (first(config).start = [{ pixel: `/${MARKUP}` }])],
    [
      'an attribute',
      (config) => (first(config).start = [{ script: '/a.js', attributes: { 'data-x': MARKUP } }]),
    ],
  ])('in the name of %s never becomes markup of ours', (_what, edit) => {
    // What stands outside quoted values and between tags must hold no tag that was not there before.
    const tags = (text: string) =>
      text
        .replace(/"[^"]*"/g, '""')
        .match(/<\w+/g)
        ?.filter((tag) => tag === '<img').length;
    const own = demo.trackers.filter(({ start }) => start.some((item) => 'pixel' in item)).length;
    const text = html(edit);
    expect(tags(text)).toBe(own + (_what === 'a pixel address' ? 1 : 0));
    expect(text.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\sonerror/);
  });
});

describe('what starts the trackers', () => {
  const inert = (start: SiteConfig['trackers'][number]['start']) =>
    (
      html((config) => (config.trackers = [{ ...first(config), start }])).match(/<div hidden.*$/s)?.[0] ?? ''
    ).replaceAll('"', '');

  it('is markup that no browser runs or loads', () => {
    expect(html()).not.toMatch(/<(img|iframe)[^>]*\ssrc=/);
    const scripts = html().match(/<script[^>]*>/g) ?? [];
    expect(scripts).toHaveLength(4);
    expect(scripts.filter((tag) => !/type="?text\/plain/.test(tag))).toEqual([]);
  });

  it('names its tracker and address, in the order of the configuration', () => {
    const found = inert([{ script: '/a.js' }, { pixel: '/b.gif' }, { script: '/c.js' }]).match(
      /data-kelisim=sanaq (data-)?src=\/\w/g,
    );
    expect(found?.map((text) => text.slice(-1))).toEqual(['a', 'b', 'c']);
  });

  it.each<[SiteConfig['trackers'][number]['start'][number], RegExp]>([
    [{ script: '/a.js', async: true }, / async/],
    [{ script: '/a.js', defer: true }, / defer/],
    [{ script: '/a.js', module: true }, /data-type=module/],
    [{ script: '/a.js', integrity: 'sha256-x=' }, /integrity=sha256-x= crossorigin=anonymous/],
    [{ script: '/a.js', attributes: { 'data-id': '7' } }, /data-id=7/],
  ])('keeps what the author asked for: %j', (item, mark) => {
    expect(inert([item])).toMatch(mark);
    expect(inert([{ script: '/a.js' }])).not.toMatch(mark);
  });
});
