import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { BothNotice } from '../notice/BothNotice.tsx';
import { Leftover } from '../notice/Leftover.tsx';
import { Languages, Notice, type NoticeTexts } from '../notice/Notice.tsx';
import { Placeholder } from '../notice/Placeholder.tsx';
import { ReopenButton } from '../notice/ReopenButton.tsx';
import type { InLanguages } from '../notice/words.tsx';
import type { Locale } from '../types.ts';
import type { Messages } from './messages.ts';
import { inLocale } from './resolve.ts';
import type { TrackerConfig } from './schema.ts';

/** HTML without the quotes it does not need. */
const toHtml = (tree: VNode): string => renderToString(tree).replace(/="([\w/.:-]+)"(?=[ >])/g, '=$1');

/** What one site's first layer is made of. */
export interface PrerenderSetup {
  /** Texts by language, in the order they are shown in. */
  messages: Messages[];
  /** The first layer's words in one language. */
  texts(messages: Messages): NoticeTexts;
  /** Whether there is a second layer to open. */
  settings: boolean;
  /** Whether its parts have names for the sheets of a page. */
  parts?: boolean | undefined;
  /** All languages in sight at once, without a switch. */
  both?: boolean;
}

/**
 * The whole first layer as HTML: a polite live region, then a box with the notice in every language. The widget only
 * shows and hides.
 */
export function prerender({ messages: all, texts, settings, parts, both }: PrerenderSetup): string {
  const languages = all.map((messages) => ({ locale: messages.locale, texts: texts(messages) }));
  const names = all.map(({ locale, t }): [Locale, string] => [locale, t(`language.${locale}`)]);
  return toHtml(
    <>
      <p role="status" />
      <div popover="manual">
        {names.length > 1 && !both && <Languages names={names} />}
        {both ? (
          <BothNotice languages={languages} settings={settings} parts={parts} />
        ) : (
          languages.map((one) => <Notice key={one.locale} {...one} settings={settings} parts={parts} />)
        )}
      </div>
    </>,
  );
}

/** The small permanent button, as HTML. */
export const prerenderReopen = (): string =>
  toHtml(
    <div popover="manual" class="corner">
      <ReopenButton />
    </div>,
  );

/** Languages as blocks: one in each, or a single one in all of them where all stand in sight at once. */
const blocks = <Texts,>(languages: InLanguages<Texts>, both?: boolean): InLanguages<Texts>[] =>
  both ? [languages] : languages.map((language) => [language]);

/** The message about trackers that go on running after a withdrawal, in every language, as HTML. */
export function prerenderLeftover(messages: Messages[], both?: boolean): string {
  const languages = messages.map(({ locale, t }) => ({
    locale,
    texts: { text: t('message.running'), reload: t('ui.reload'), close: t('ui.close') },
  }));
  return toHtml(
    <div popover="manual">
      {blocks(languages, both).map((block) => (
        <Leftover key={block[0]?.locale} languages={block} />
      ))}
    </div>,
  );
}

/** What stands in the place of a tracker's embeds, in every language, as HTML. */
export function prerenderPlaceholder(
  messages: Messages[],
  { name, provider }: Pick<TrackerConfig, 'name' | 'provider'>,
  both?: boolean,
): string {
  const languages = messages.map(({ locale, t, country }) => ({
    locale,
    texts: {
      text: t('placeholder.text', {
        name,
        provider: inLocale(provider.name, locale),
        country: country(provider.country),
      }),
      once: t('placeholder.once'),
      always: t('placeholder.always', { name }),
      protected: t('placeholder.protected'),
    },
  }));
  return blocks(languages, both)
    .map((block) => toHtml(<Placeholder languages={block} />))
    .join('');
}
