import { blockLang, type InLanguages, inAll, partLang } from './words.tsx';

/** What the leftover message says in one language. */
export interface LeftoverTexts {
  /** Says that these trackers go on; their names follow it. */
  text: string;
  reload: string;
  close: string;
}

/** Says after a withdrawal which trackers cannot be stopped on this page, and offers the one cure. */
export function Leftover({ languages }: { languages: InLanguages<LeftoverTexts> }) {
  return (
    <div class="notice" role="alert" {...blockLang(languages)}>
      <div class="both">
        {languages.map(({ locale, texts }) => (
          <p key={locale} {...partLang(languages, locale)}>
            {texts.text} <b />
          </p>
        ))}
      </div>
      <div class="actions">
        <button value="reload">{inAll(languages, ({ reload }) => reload)}</button>
        <button value="close">{inAll(languages, ({ close }) => close)}</button>
      </div>
    </div>
  );
}
