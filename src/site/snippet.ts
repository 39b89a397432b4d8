import { cspHash, integrityOf } from './hash.ts';

/** A choice for the site, because it has a price: see `csp.txt`. */
const LOOK_AHEAD =
  '<!-- Optional, above this line: <meta http-equiv="Content-Security-Policy" content=""> keeps Chromium from loading trackers ahead of the guard, and everything else too. See csp.txt. -->\n';

/** The tag of `snippet.html`, with the hash of this script. */
export const tag = (base: string, script: string): string =>
  `${LOOK_AHEAD}<script src="${base.replaceAll('&', '&amp;')}kelisim.js" integrity="${integrityOf(script)}" crossorigin="anonymous"></script>\n`;

/** The inline form of `snippet.inline.html`, with its hash for a policy. */
export const inlineTag = (script: string): string =>
  `${LOOK_AHEAD}<!-- Content-Security-Policy: script-src ${cspHash(script)} -->\n<script>${script}</script>\n`;
