import { describe, expect, it } from 'vitest';
import demo from '../../demo/consent.config.json';
import kk from '../../locales/kk.json';
import ru from '../../locales/ru.json';
import { expand } from './expand.ts';
import { createMessages } from './messages.ts';
import { prerender, prerenderPlaceholder } from './prerender.tsx';
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

  it.each<[string, (config: SiteConfig) => void]>([
    ['has no tracker', (config) => (config.trackers = [])],
    [
      'hides the purposes of them all',
      (config) => {
        for (const { purpose } of config.trackers) config.purposes[purpose] = { hidden: true };
      },
    ],
  ])('says nothing of use, transfer and term where the site %s', (_what, edit) => {
    const said = html(edit);
    for (const { told } of [kk, ru]) {
      expect(said).toContain(told.unconfigured);
      for (const sentence of [told.uses, told.domestic, told.term_other])
        expect(said).not.toContain(sentence.split('{{')[0]);
    }
  });

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
  const all = (['kk', 'ru'] as const).map((locale) => createMessages(locale));
  const site = (edit: (config: SiteConfig) => void) => {
    const config = expand(schema.parse(structuredClone(demo)));
    edit(config);
    return config;
  };
  it.each<[string, string]>([
    ['an operator', html(({ operator }) => (operator.name = { kk: MARKUP, ru: MARKUP }))],
    ['a tracker', prerenderPlaceholder(all, first(site((config) => (first(config).name = MARKUP))))],
    [
      'a provider',
      prerenderPlaceholder(all, first(site((config) => (first(config).provider.name = MARKUP)))),
    ],
  ])('in the name of %s never becomes markup of ours', (_what, text) => {
    // What stands outside quoted values and between tags must hold no tag that was not there before.
    const bare = text.replace(/"[^"]*"/g, '""');
    expect(bare).toContain('onerror');
    expect(bare).not.toMatch(/<img|<[^>]*\sonerror/);
  });
});

it('nothing of a tracker is in it', () => {
  expect(html()).not.toMatch(/<(script|img|iframe)|data-kelisim|4174/);
});
