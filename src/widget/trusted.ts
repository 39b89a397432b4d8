import type { Trusted } from '../contract.ts';

interface TrustedTypes {
  createPolicy(name: string, rules: Trusted): Trusted;
}

const same = (text: string) => text;

/**
 * Makes values that pages under `require-trusted-types-for 'script'` accept. Only texts of the site build and
 * addresses of the configuration go through it.
 */
export let trusted: Trusted = { createHTML: same, createScript: same, createScriptURL: same };

/** Makes the policy. Throws where the page's `trusted-types` does not list `kelisim`. */
export function prepareTrusted(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  if (trustedTypes) trusted = trustedTypes.createPolicy('kelisim', trusted);
}
