import type { ComponentChildren } from 'preact';
import type { Locale } from '../types.ts';

/** Everything one language of the first layer says. Made by the site build; nothing here is decided in the browser. */
export interface NoticeTexts {
  title: string;
  /** Short paragraphs, in reading order. */
  paragraphs: string[];
  /** Operator with BIN. */
  operator: string;
  policy: string;
  accept: string;
  refuse: string;
  preferences: string;
  /** The decision could not be stored, or the second layer did not load. */
  failed: string;
}

/** Props of the first layer in one language. */
export interface NoticeProps {
  locale: Locale;
  texts: NoticeTexts;
  /** False where there is no second layer: the file built without a configuration. */
  settings: boolean;
  /** Names for `::part`, where the site styles by them. */
  parts?: boolean | undefined;
}

/** Accept and refuse share a part, so that no sheet of a page can tell them apart. */
export const partOf = (parts: boolean | undefined, name: 'notice' | 'decide' | 'settings') =>
  parts ? { part: name } : {};

/** The language switch: a button a language; the widget marks the current one as pressed. */
export function Languages({ names }: { names: [Locale, string][] }) {
  return (
    <p class="lang">
      {names.map(([id, name]) => (
        <button key={id} lang={id} data-locale={id}>
          {name}
        </button>
      ))}
    </p>
  );
}

type Label = 'accept' | 'refuse' | 'preferences';

/** What the notice says in one language, with the way to the policy and the message about a failure. */
export function Said({ texts, settings }: Pick<NoticeProps, 'texts' | 'settings'>) {
  return (
    <div>
      {texts.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {settings && (
        <p>
          {texts.operator} <button data-open="policy">{texts.policy}</button>
        </p>
      )}
      <p role="alert">{texts.failed}</p>
    </div>
  );
}

/** Props of the buttons: the label of each comes from `words`, in one language or in all. */
export interface ActionsProps extends Pick<NoticeProps, 'settings' | 'parts'> {
  words(label: Label): ComponentChildren;
}

/** The answers. Accept and refuse are the same element but for their words. */
export function Actions({ words, settings, parts }: ActionsProps) {
  return (
    <div class="actions">
      <button {...partOf(parts, 'decide')} data-act="accept">
        {words('accept')}
      </button>
      <button {...partOf(parts, 'decide')} data-act="refuse">
        {words('refuse')}
      </button>
      {settings && (
        <button {...partOf(parts, 'settings')} data-open="preferences">
          {words('preferences')}
        </button>
      )}
    </div>
  );
}

/** The first layer in one language. */
export function Notice({ locale, texts, settings, parts }: NoticeProps) {
  return (
    <section class="notice" {...partOf(parts, 'notice')} lang={locale} aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <Said texts={texts} settings={settings} />
      <Actions words={(label) => texts[label]} settings={settings} parts={parts} />
    </section>
  );
}
