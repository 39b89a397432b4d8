import { Policy } from './Policy.tsx';
import { Preferences } from './Preferences.tsx';
import type { Screen } from './view.ts';

/** Title, language switch and the way out. The notice listens to `data-locale`. */
const Header = ({ details: { texts, locale }, locales, view, close }: Screen) => (
  <div class="head">
    <div class="title">
      <h2 id="title" tabIndex={-1}>
        {view === 'policy' ? texts.policy : texts.preferencesTitle}
      </h2>
      {locales[1] && (
        <div>
          {locales.map((id) => (
            <button lang={id} data-locale={id} aria-pressed={id === locale}>
              {texts[id]}
            </button>
          ))}
        </div>
      )}
    </div>
    <button aria-label={texts.close} onClick={close}>
      ✕
    </button>
  </div>
);

/** The ways to decide, or back. Accept and refuse are one element but for their words. */
const Footer = ({ details: { texts }, view, failed, decide, go }: Screen) => (
  <div class="foot">
    {failed && <p role="alert">{texts.failed}</p>}
    {view === 'policy' ? (
      <button onClick={() => go('preferences')}>{texts.back}</button>
    ) : (
      (['accept', 'refuse', 'save'] as const).map((via) => (
        <button
          class={via === 'save' ? '' : 'fill'}
          value={via}
          // A script may refuse for the visitor, and nothing else.
          onClick={({ isTrusted }) => (isTrusted || via === 'refuse') && decide(via)}
        >
          {texts[via]}
        </button>
      ))
    )}
  </div>
);

/** What stands in the dialog. */
export const Frame = (screen: Screen) => [
  Header(screen),
  Preferences(screen),
  Policy(screen),
  Footer(screen),
];
