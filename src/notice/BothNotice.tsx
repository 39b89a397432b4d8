import { Actions, type NoticeTexts, partOf, Said } from './Notice.tsx';
import { type InLanguages, inAll } from './words.tsx';

/** Props of the first layer that shows every language at once. */
export interface BothNoticeProps {
  languages: InLanguages<NoticeTexts>;
  /** False where there is no second layer. */
  settings: boolean;
  parts?: boolean | undefined;
}

/** The first layer with every language in sight: text beside text, and each button once, in all of them. */
export function BothNotice({ languages, settings, parts }: BothNoticeProps) {
  return (
    <section
      class="notice"
      {...partOf(parts, 'notice')}
      aria-labelledby={languages.map(({ locale }) => `title-${locale}`).join(' ')}
    >
      <div class="both">
        {languages.map(({ locale, texts }) => (
          <div key={locale} lang={locale}>
            <h2 id={`title-${locale}`}>{texts.title}</h2>
            <Said texts={texts} settings={settings} />
          </div>
        ))}
      </div>
      <Actions
        words={(label) => inAll(languages, (texts) => texts[label])}
        settings={settings}
        parts={parts}
      />
    </section>
  );
}
