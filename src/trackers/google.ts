import type { StartItem } from '../contract.ts';

/** Google LLC serves everybody outside the European Economic Area. */
export const google = {
  name: 'Google LLC',
  country: 'US',
  url: 'https://policies.google.com/privacy',
} as const;

/**
 * Google's tag with one account: `dataLayer` keeps `arguments` objects, since Google passes over arrays. Consent Mode's
 * own calls come before it and are not made here.
 */
export const googleTag: readonly StartItem[] = [
  { stub: 'gtag', queue: 'dataLayer' },
  { call: 'gtag', args: ['js', '{date}'] },
  { call: 'gtag', args: ['config', '{id}', '{options}'] },
  { script: 'https://www.googletagmanager.com/gtag/js?id={id}', async: true },
];
