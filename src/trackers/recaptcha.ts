import { google } from './google.ts';
import type { Preset } from './preset.ts';

/**
 * Hosts and cookie: open databases. Stores under Google's own hosts; the names beside the cookie are not verified, and
 * names on the page's own origin are not known. It stands in the page of the form as inert markup, so that it loads
 * there only. It sends data abroad, so it is not a necessary one.
 */
export const recaptcha: Preset = {
  id: 'recaptcha',
  name: 'Google reCAPTCHA',
  provider: google,
  purpose: 'antifraud',
  uses: ['cookies', 'pixels', 'localStorage'],
  grade: 'D',
  hosts: ['www.google.com/recaptcha', 'www.gstatic.com/recaptcha', 'recaptcha.net'],
  stores: [
    { kind: 'cookie', name: '_GRECAPTCHA', lifetime: '179 days', thirdParty: true },
    { kind: 'localStorage', name: 'rc::a', lifetime: 'until erased', thirdParty: true },
    { kind: 'localStorage', name: 'rc::f', lifetime: 'until erased', thirdParty: true },
    { kind: 'sessionStorage', name: 'rc::b', lifetime: 'session', thirdParty: true },
    { kind: 'sessionStorage', name: 'rc::c', lifetime: 'session', thirdParty: true },
  ],
  start: [],
  stop: false,
};
