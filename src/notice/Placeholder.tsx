import type { Locale } from '../types.ts';

/** What stands in the place of an embed in one language. */
export interface PlaceholderProps {
  locale: Locale;
  /** What is not shown, and who would hear of it. */
  text: string;
  /** Shows this embed until the next page or decision. */
  once: string;
  /** Grants its tracker. */
  always: string;
  /** In the place of the buttons on a protected route. */
  protected: string;
}

/** Stands in the place of a video or map until it is granted. The widget shows one language. */
export function Placeholder({ locale, text, once, always, protected: closed }: PlaceholderProps) {
  return (
    <div lang={locale}>
      <p>{text}</p>
      <p class="protected">{closed}</p>
      <div>
        <button value="once">{once}</button>
        <button value="always">{always}</button>
      </div>
    </div>
  );
}
