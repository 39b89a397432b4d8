import { z } from 'zod';
import { isBin } from './bin.ts';
import {
  address,
  flag,
  host,
  link,
  list,
  localized,
  matching,
  object,
  oneOf,
  text,
  wanted,
} from './fields.ts';
import { parseLifetime } from './lifetime.ts';

const operator = object(
  {
    name: localized("the operator's full legal name"),
    bin: z
      .string(wanted('must be text', "Write the operator's BIN: 12 digits in quotes."))
      .refine(isBin, "is not a BIN: 12 digits, the last one a check digit. Write the operator's BIN."),
    contact: object(
      {
        email: matching(
          /^\S+@\S+\.\S+$/,
          'is no e-mail address',
          'Write one such as "info@example.kz".',
        ).optional(),
        phone: text('Write a phone number.').optional(),
        url: link.optional(),
      },
      'Write { "email", "phone" or "url" } of the person responsible for personal data.',
    ).refine(
      (contact) => Object.keys(contact).length > 0,
      'is empty. Write an "email", a "phone" or a "url".',
    ),
  },
  'Write who asks for consent: { "name", "bin", "contact" }.',
);

const policy = object(
  {
    title: localized("the policy's title"),
    protocol: text('Write the number of the decision that approved the policy, such as "№4/2".'),
    date: z.iso.date({ error: 'is no date. Write year-month-day, such as "2020-03-10".' }),
    text: localized('the path of the policy text (Markdown), seen from this file,'),
    url: link.optional(),
  },
  'Write which policy applies: { "title", "protocol", "date", "text" }.',
);

const step = z.union(
  [
    object(
      {
        call: matching(
          /^[\w$-]+(\.[\w$-]+)*$/,
          'must be a path of names from window',
          'Write one such as "ym" or "vendor.stop".',
        ),
        args: list(z.unknown(), 'Write the arguments as a list, or leave it out.').optional(),
      },
      'Write { "call": "vendor.stop" }.',
    ),
    object(
      {
        set: matching(
          /^[\w$-]+(\.[\w$-]+)*$/,
          'must be a path of names from window',
          'Write one such as "vendorDisabled".',
        ),
        to: z
          .unknown()
          .refine((value) => value !== undefined, 'is missing. Write the value to set, such as true.'),
      },
      'Write { "set": "vendorDisabled", "to": true }.',
    ),
  ],
  wanted('is no step', 'Write { "call": "vendor.stop" } or { "set": "vendorDisabled", "to": true }.'),
);

const startItem = z.union(
  [
    object(
      {
        script: address('Write the address of the script.'),
        async: flag.optional(),
        defer: flag.optional(),
        module: flag.optional(),
        integrity: matching(
          /^sha(256|384|512)-[\w+/=]+$/,
          'is no integrity value',
          'Write one such as "sha384-…".',
        ).optional(),
        attributes: z
          .record(
            matching(
              /^(?!on|(src|type|async|defer|nonce|integrity|key|ref|children|data-(kelisim|src|type))$)[a-z][a-z\d-]*$/,
              'is no attribute to set here',
              'Handlers (on…) and the names of the gate are not possible; async, defer, module and integrity have keys of their own, the nonce is taken from the page.',
            ),
            z.string(wanted('must be text', 'Write the value in quotes.')),
            wanted('must be an object', 'Write { "data-name": "value" }.'),
          )
          .optional(),
      },
      'Write { "script": address }.',
    ),
    object({ pixel: address('Write the address of the image.') }, 'Write { "pixel": address }.'),
  ],
  wanted('is nothing to start', 'Write { "script": address } or { "pixel": address }.'),
);

const storeName = matching(
  /[^*\s].*[^*\s]/,
  'must hold at least two characters beside "*"',
  'Write the stored name, with "*" for the part that changes, such as "_ym_*".',
).max(80, 'is longer than 80 characters. Put "*" for the part that changes.');

const stored = object(
  {
    kind: oneOf(['cookie', 'localStorage', 'sessionStorage', 'indexedDB', 'cacheStorage']),
    name: storeName,
    lifetime: z
      .string(wanted('must be text', 'Write "session", "until erased", or such as "90 days".'))
      .refine(
        (value) => parseLifetime(value) !== undefined,
        'is no lifetime. Write "session", "until erased", or a number of minutes, hours, days, months or years, such as "13 months".',
      ),
    thirdParty: flag.optional(),
  },
  'Write { "kind", "name", "lifetime" }.',
);

const tracker = object(
  {
    id: matching(
      /^[a-z][a-z\d-]{1,19}$/,
      'must be 2 to 20 lower-case Latin letters, digits and "-", a letter first',
      'Write one such as "yandex-metrica".',
    ),
    name: text('Write the name people know the tracker by.'),
    purpose: oneOf(['analytics', 'marketing', 'support', 'media', 'antifraud']),
    uses: list(
      oneOf(['cookies', 'pixels', 'localStorage']),
      'Write a list of "cookies", "pixels", "localStorage".',
    ).min(1, 'is empty. Write every technology the tracker uses: "cookies", "pixels", "localStorage".'),
    provider: object(
      {
        name: z.union(
          [text("Write the provider's legal entity."), localized("the provider's legal entity")],
          wanted('must be text', "Write the provider's legal entity."),
        ),
        country: matching(
          /^[A-Z]{2}$/,
          'must be a country code of two capital letters (ISO 3166-1)',
          'Write one such as "RU".',
        ),
        url: link.optional(),
      },
      'Write who receives the data: { "name", "country" }.',
    ),
    description: localized('what the tracker does and why'),
    start: list(
      startItem,
      'Write a list of { "script" } and { "pixel" }, or [] when the pages hold its inert markup.',
    ),
    hosts: list(
      host,
      'Write a list of the hosts the tracker contacts, such as ["example.com", "ads.example.net/pixel"], or leave it out when those of "start" are all.',
    ).optional(),
    stop: z
      .union(
        [z.array(step), z.literal(false)],
        wanted(
          'must be a list of steps or false',
          'Write a list of { "call" } and { "set" }, [] when nothing of it goes on by itself (a frame, a pixel), or false when it cannot be stopped on a page.',
        ),
      )
      .optional(),
    resume: list(step, 'Write a list of { "call" } and { "set" }, or leave it out.').optional(),
    stores: list(stored, 'Write a list of { "kind", "name", "lifetime" }, or [] when it stores nothing.'),
  },
  'Write one tracker: { "id", "name", "purpose", "uses", "provider", "description", "start", "stores" }.',
);

/** `consent.config.json`. */
export const schema = object(
  {
    operator,
    policy,
    termDays: z
      .int(wanted('must be a whole number', 'Write days, such as 180.'))
      .min(1, 'is too short. Write 1 to 395 days.')
      .max(395, 'is too long. Write 1 to 395 days.')
      .default(180),
    cookie: object(
      {
        name: matching(
          /^[\w-]{1,40}$/,
          'must be 1 to 40 Latin letters, digits, "_" and "-"',
          'Write one such as "kelisim".',
        ).default('kelisim'),
        domain: matching(
          /^[a-z\d-]+(\.[a-z\d-]+)+$/,
          'must be a host name without a leading dot',
          'Write one such as "example.kz", or leave it out to keep the choice on one host.',
        ).optional(),
      },
      'Write { "name", "domain" }, or leave it out.',
    ).prefault({}),
    languages: list(oneOf(['kk', 'ru']), 'Write ["kk", "ru"].').default(['kk', 'ru']),
    base: matching(
      /^(https:\/\/[^\s/"'<>]+)?\/(?!\/)([^\s"'<>]*\/)?$/,
      'must be the path or https:// address where the built files lie, with "/" at its end',
      'Write one such as "/kelisim/".',
    ).default('/kelisim/'),
    guard: oneOf(['known', 'strict', 'off']).default('known'),
    allow: list(
      host,
      'Write a list of hosts of others that the site needs, such as ["cdn.example.com"], or leave it out.',
    ).default([]),
    allowStores: list(
      storeName,
      'Write a list of names that the site itself stores, such as ["session", "cart_*"], or leave it out.',
    ).default([]),
    trackers: list(tracker, 'Write a list of trackers.'),
  },
  'Write an object with "operator", "policy" and "trackers".',
);

/** A configuration that passed the schema, defaults filled in. */
export type SiteConfig = z.output<typeof schema>;

/** One tracker of a configuration. */
export type TrackerConfig = SiteConfig['trackers'][number];
