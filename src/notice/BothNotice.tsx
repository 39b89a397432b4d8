import type { Locale } from '../types.ts';
import { type NoticeTexts, partOf } from './Notice.tsx';

/** Props of the first layer that shows every language at once. */
export interface BothNoticeProps {
  /** Kazakh first. */
  languages: { locale: Locale; texts: NoticeTexts }[];
  /** False where there is no second layer. */
  settings: boolean;
  parts?: boolean | undefined;
}

type Label = 'accept' | 'refuse' | 'preferences';

/** The first layer with every language in sight: text beside text, and each button once, in all of them. */
export function BothNotice({ languages, settings, parts }: BothNoticeProps) {
  const words = (label: Label) =>
    languages.map(({ locale, texts }) => (
      <span key={locale} lang={locale}>
        {texts[label]}
      </span>
    ));
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
          </div>
        ))}
      </div>
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
    </section>
  );
}
