import { matching, object } from '../fields.ts';

/** Where decisions are kept as proof. */
export const log = object(
  {
    url: matching(
      /^(https:\/\/[a-z\d-]+(\.[a-z\d-]+)+(:\d{1,5})?)?\/(?!\/)[\w./~-]*$/,
      'must be a path of the site, or an https:// address of its own domain, without query',
      'Write the place of the consent log, such as "/consent/v1/records".',
    ).describe(
      'Where each decision is posted: a path of the site, or an https:// address under cookie.domain.',
    ),
  },
  'Write { "url" } of the consent log, or leave it out.',
)
  .optional()
  .describe('The consent log that keeps each decision as proof; nothing is sent without it.');
