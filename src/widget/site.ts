import type { Guard, SiteRules } from '../contract.ts';

/** The site build writes the rules in the place of this name. */
declare const __KELISIM_SITE__: SiteRules;

/** This site's rules. */
export const rules: SiteRules = __KELISIM_SITE__;

/** The site build writes the guard in the place of this name, or 0 where it is off. */
declare const __KELISIM_GUARD__: Guard | 0;

/** The guard, unless it is off. */
export const guard: Guard | 0 = __KELISIM_GUARD__;

/** The page's CSP nonce, as our own tag carries it. */
export const nonce = document.currentScript?.nonce;
