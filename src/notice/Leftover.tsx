import type { Locale } from '../types.ts';

/** The leftover message in one language. */
export interface LeftoverProps {
  locale: Locale;
  /** Says that these trackers go on; their names follow it. */
  text: string;
  reload: string;
  close: string;
}

/** Says after a withdrawal which trackers cannot be stopped on this page, and offers the one cure. */
export function Leftover({ locale, text, reload, close }: LeftoverProps) {
  return (
    <div class="notice" role="alert" lang={locale}>
      <p>
        {text} <b />
      </p>
      <div class="actions">
        <button value="reload">{reload}</button>
        <button value="close">{close}</button>
      </div>
    </div>
  );
}
