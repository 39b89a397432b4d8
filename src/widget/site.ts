import type { Guard, SiteRules } from '../contract.ts';

/** The site build writes the rules in the place of this name. */
declare const __KELISIM_SITE__: SiteRules;

/** This site's rules. */
export const rules: SiteRules = __KELISIM_SITE__;

/** Built twice: a site whose guard is off does not carry what is there for it. */
declare const __GUARDED__: boolean;

/** The site build writes the guard in the place of this name. */
declare const __KELISIM_GUARD__: Guard;

/** The guard, unless it is off. */
export const guard: Guard | undefined = __GUARDED__ ? __KELISIM_GUARD__ : undefined;

/** The page's CSP nonce, as our own tag carries it. */
export const nonce = document.currentScript?.nonce;
