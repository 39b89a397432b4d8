interface Policy {
  createHTML(text: string): string;
  createScript(text: string): string;
  createScriptURL(text: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

const same = (text: string) => text;

/**
 * Makes values that pages under `require-trusted-types-for 'script'` accept. Only texts of the site build and
 * addresses of the configuration go through it.
 */
export let trusted: Policy = { createHTML: same, createScript: same, createScriptURL: same };

/** Makes the policy. Throws where the page's `trusted-types` does not list `kelisim`. */
export function prepareTrusted(): void {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  trusted = trustedTypes?.createPolicy('kelisim', trusted) ?? trusted;
}
