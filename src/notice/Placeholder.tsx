import { blockLang, type InLanguages, inAll, partLang } from './words.tsx';

/** What a placeholder says in one language. */
export interface PlaceholderTexts {
  /** What is not shown, and who would hear of it. */
  text: string;
  /** Shows this embed until the next page or decision. */
  once: string;
  /** Grants its tracker. */
  always: string;
  /** In the place of the buttons on a protected route. */
  protected: string;
}

/** Stands in the place of a video or map until it is granted. Of blocks in one language the widget shows one. */
export function Placeholder({ languages }: { languages: InLanguages<PlaceholderTexts> }) {
  return (
    <div {...blockLang(languages)}>
      {languages.map(({ locale, texts }) => (
        <div key={locale} {...partLang(languages, locale)}>
          <p>{texts.text}</p>
          <p class="protected">{texts.protected}</p>
        </div>
      ))}
      <div class="answers">
        <button value="once">{inAll(languages, ({ once }) => once)}</button>
        <button value="always">{inAll(languages, ({ always }) => always)}</button>
      </div>
    </div>
  );
}
