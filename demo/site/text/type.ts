import type { TryText } from './tryType.ts';

/** Language of a page. */
export type Language = 'kk' | 'ru';

/** A short block: heading and one paragraph. */
export interface Block {
  title: string;
  text: string;
}

/** Words that every page shows. */
export interface FrameText {
  brand: string;
  skip: string;
  menu: string;
  languages: string;
  nav: { loan: string; steps: string; questions: string; contacts: string; cabinet: string };
  footer: {
    about: string;
    settings: string;
    withdraw: string;
    policy: string;
    demo: string;
  };
}

/** Words of the loan calculator, also used on the loan form. */
export interface CalculatorText {
  title: string;
  amount: string;
  term: string;
  /** Forms of "day" by plural category of the language. */
  days: Record<string, string>;
  reward: string;
  total: string;
  dailyRate: string;
  yearlyRate: string;
  example: string;
  note: string;
  apply: string;
}

/** Words of the start page. */
export interface HomeText {
  title: string;
  hero: Block & { points: string[] };
  steps: { title: string; items: Block[] };
  needs: { title: string; items: string[] };
  video: Block & { frame: string };
  questions: { title: string; items: Block[] };
  contacts: { title: string; map: string; rows: { label: string; value: string }[] };
}

/** Words of the loan form. */
export interface LoanText {
  title: string;
  lead: string;
  iin: string;
  iinHint: string;
  phone: string;
  phoneHint: string;
  agree: string;
  submit: string;
  sent: string;
  side: { title: string; items: string[] };
}

/** Words of the personal cabinet. */
export interface CabinetText {
  title: string;
  login: { title: string; phone: string; password: string; submit: string; sent: string };
  loan: {
    title: string;
    example: string;
    number: string;
    left: string;
    leftSum: string;
    progress: string;
    rows: { label: string; value: string }[];
    pay: string;
    sent: string;
  };
}

/** Words of the panel that shows what the second origin receives and what is stored. */
export interface PanelText {
  title: string;
  what: string;
  phase: string;
  phases: { waiting: string; undecided: string; decided: string };
  /** Short names by purpose. */
  purposes: Record<string, string>;
  /** Said when a decision grants no purpose. */
  nothing: string;
  requests: string;
  none: string;
  stored: string;
  cookies: string;
  empty: string;
  clear: string;
}

/** All words of the site in one language. */
export interface SiteText {
  frame: FrameText;
  calculator: CalculatorText;
  home: HomeText;
  loan: LoanText;
  cabinet: CabinetText;
  try: TryText;
  panel: PanelText;
}
