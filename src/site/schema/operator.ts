import { z } from 'zod';
import { isBin } from '../bin.ts';
import { link, localized, matching, object, text, wanted } from '../fields.ts';

const contact = object(
  {
    email: matching(/^\S+@\S+\.\S+$/, 'is no e-mail address', 'Write one such as "info@example.kz".')
      .optional()
      .describe('E-mail address of the person responsible for personal data.'),
    phone: text('Write a phone number.').optional().describe('Phone number of the person responsible.'),
    url: link.optional().describe('Address of the page with the contact data.'),
  },
  'Write { "email", "phone" or "url" } of the person responsible for personal data.',
).refine((contact) => Object.keys(contact).length > 0, 'is empty. Write an "email", a "phone" or a "url".');

/** Who asks for consent. */
export const operator = object(
  {
    name: localized("the operator's full legal name").describe('Full legal name, in both languages.'),
    bin: z
      .string(wanted('must be text', "Write the operator's BIN: 12 digits in quotes."))
      .refine(isBin, "is not a BIN: 12 digits, the last one a check digit. Write the operator's BIN.")
      .describe('Business identification number: 12 digits, check digit included.'),
    contact: contact.describe('Who is responsible for personal data: at least one way to reach them.'),
  },
  'Write who asks for consent: { "name", "bin", "contact" }.',
).describe('Who asks for consent: the site owner as a legal entity.');

/** The privacy policy that applies. */
export const policy = object(
  {
    title: localized("the policy's title").describe('Title of the policy, in both languages.'),
    protocol: text('Write the number of the decision that approved the policy, such as "№4/2".').describe(
      'Number of the decision that approved the policy.',
    ),
    date: z.iso
      .date({ error: 'is no date. Write year-month-day, such as "2020-03-10".' })
      .describe('Date of that decision, such as 2020-03-10.'),
    text: localized('the path of the policy text (Markdown), seen from this file,').describe(
      'Paths of the policy text in Markdown, seen from this file.',
    ),
    url: link.optional().describe('Address of the page of the policy.'),
  },
  'Write which policy applies: { "title", "protocol", "date", "text" }.',
).describe('The privacy policy that applies. A change of any letter asks every visitor again.');
