import type { Block } from './type.ts';

/** Words of the pages on which developers try hard cases out. */
export interface TryText {
  /** In the stand, the one way there. */
  link: string;
  title: string;
  lead: string;
  back: string;
  now: string;
  /** What `try/status.js` says of the page. */
  states: { waiting: string; undecided: string; none: string; running: string; protected: string };
  /** Name of each page and one sentence or two about it. */
  pages: { csp: Block; spa: Block; gtm: Block; css: Block; loan: Block };
  csp: { policy: string; violations: string; none: string };
  spa: { menu: string; views: { home: Block; terms: Block; loan: Block } };
  gtm: {
    brought: string;
    chat: string;
    video: string;
    pixel: string;
    held: string;
    running: string;
    waits: string;
    events: string;
    none: string;
  };
  css: { on: string; off: string; sample: Block };
}
