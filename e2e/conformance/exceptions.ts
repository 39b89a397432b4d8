import type { EngineName } from '../support/browser.ts';
import type { State } from './expected.ts';
import type { Setup } from './site.ts';
import type { Outcome } from './trial.ts';
import { styles } from './vectors/styles.ts';

/** What no script can hold, or not surely. Everything else has to be held. */
export interface Exception {
  /** `FAMILY/NAME` */
  vectors: readonly string[];
  engines?: readonly EngineName[];
  setups?: readonly Setup[];
  states?: readonly State[];
  /** Every result that may be; more than one where it is a race, the worst one last. */
  may: readonly Outcome[];
}

const inPage = (...names: string[]): string[] => names.map((name) => `markup/${name}`);

const SCRIPTS = inPage(
  'script',
  'script-async',
  'script-defer',
  'script-module',
  'script-body',
  'script-svg',
  'script-shadow',
);
const IMAGES = inPage('img', 'img-srcset', 'picture', 'poster', 'img-svg', 'img-shadow');
const LINKS = inPage('link-style', 'link-preload', 'link-module', 'link-prefetch');
const BEFORE: readonly State[] = ['undecided', 'refused'];
const AHEAD: readonly Setup[] = ['external', 'inline'];

/** Requests that leave while the page is parsed, before any script of it can see their element. */
const LOOK_AHEAD: readonly Exception[] = [
  { vectors: SCRIPTS, engines: ['chromium'], setups: AHEAD, may: ['held', 'sent'] },
  { vectors: SCRIPTS, engines: ['firefox', 'webkit'], may: ['held', 'sent'] },
  {
    vectors: [...IMAGES, 'markup/img-input'],
    engines: ['chromium'],
    setups: AHEAD,
    may: ['held', 'done'],
  },
  { vectors: ['markup/img-svg'], engines: ['chromium'], setups: ['meta'], may: ['held', 'done'] },
  { vectors: IMAGES, engines: ['firefox', 'webkit'], may: ['held', 'done'] },
  { vectors: ['markup/img-input'], engines: ['webkit'], may: ['held', 'done'] },
  // Firefox asks for what a template in the page holds; the others do not.
  { vectors: ['markup/img-template'], engines: ['firefox'], may: ['held', 'done'] },
  { vectors: LINKS, may: ['held', 'done'] },
  // A frame's page comes up in a process of its own, and on a busy machine before the page's own script is asked.
  { vectors: inPage('frame'), engines: ['chromium'], setups: AHEAD, may: ['held', 'sent', 'done'] },
  { vectors: inPage('frame'), engines: ['chromium'], setups: ['meta'], may: ['held', 'sent'] },
  { vectors: inPage('object', 'embed'), engines: ['chromium', 'webkit'], may: ['held', 'sent', 'done'] },
  { vectors: inPage('object', 'embed'), engines: ['firefox'], may: ['held', 'sent'] },
];

/** What an engine does by itself, without a call that a script could stand before. */
const OUT_OF_REACH: readonly Exception[] = [
  {
    vectors: inPage('module-static', 'module-dynamic', 'background', 'background-style', 'background-old'),
    may: ['done'],
  },
  { vectors: inPage('style-import', 'write-split'), may: ['done'] },
  // After a withdrawal a policy is added that holds them.
  { vectors: Object.keys(styles.vectors).map((name) => `styles/${name}`), states: BEFORE, may: ['done'] },
  { vectors: ['frames/frame-location', 'frames/srcdoc-refresh'], may: ['done'] },
  // Imports of a module run before its first line; after a withdrawal the policy holds them.
  { vectors: ['workers/worker-module'], states: BEFORE, may: ['done'] },
  // WebKit makes a new window for the page of a srcdoc, and nobody is told before its code runs.
  { vectors: ['frames/srcdoc-fetch', 'markup/srcdoc-fetch'], engines: ['webkit'], may: ['done'] },
  // A file of the site is its own code.
  { vectors: ['workers/worker-file'], may: ['done'] },
];

/** In this order: the first that applies counts. */
export const EXCEPTIONS: readonly Exception[] = [...LOOK_AHEAD, ...OUT_OF_REACH];
