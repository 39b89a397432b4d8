import type { Act, Details } from '../contract.ts';
import type { ConsentState, Locale } from '../types.ts';
import type { Choice } from './choice.ts';

/** The views of the second layer. */
export type PanelView = 'preferences' | 'policy';

/** All that is on the screen, and what the visitor can do there. */
export interface Screen {
  view: PanelView;
  details: Details;
  /** The texts in every language, Kazakh first, once there is a decision to be proved; the receipt is made of them. */
  languages: Details[];
  /** Whether the receipt is on the clipboard. */
  copied: boolean;
  locales: Locale[];
  /** Whether the browser says no to marketing, and that counts. */
  gpc: boolean;
  state: ConsentState;
  choice: Choice;
  /** The policy as a value for `innerHTML`; empty until the visitor asks for it. */
  policy: string;
  /** Says that the last press was without effect. */
  failed: boolean;
  toggle(name: string): void;
  decide(via: Act['via']): void;
  go(view: PanelView): void;
  close(): void;
  copy(text: string): void;
}
