import type { SiteRules } from '../contract.ts';

/** The site build writes the rules in the place of this name. */
declare const __KELISIM_SITE__: SiteRules;

/** This site's rules. */
export const rules: SiteRules = __KELISIM_SITE__;

/** The page's CSP nonce, as our own tag carries it. */
export const nonce = document.currentScript?.nonce;
