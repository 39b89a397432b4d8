import type { Preset } from './preset.ts';

/** Hosts: open databases. Stores under Google's own hosts; names on the page's own origin are not known. */
export const recaptcha: Preset = {
  id: 'recaptcha',
  name: 'Google reCAPTCHA',
  hosts: ['www.google.com/recaptcha', 'www.gstatic.com/recaptcha', 'recaptcha.net'],
  stores: [],
};
