import { z } from 'zod';
import { address, flag, list, matching, object, oneOf, wanted } from '../fields.ts';

const path = (example: string) =>
  matching(
    /^[\w${}:-]+(\.[\w${}:-]+)*$/,
    'must be a path of names from window',
    `Write one such as ${example}.`,
  );

const steps = [
  object(
    {
      call: path('"ym" or "vendor.stop"').describe('Function to call, as a path from window.'),
      args: list(z.unknown(), 'Write the arguments as a list, or leave it out.')
        .optional()
        .describe('Arguments of the call.'),
    },
    'Write { "call": "vendor.stop" }.',
  ),
  object(
    {
      set: path('"vendorDisabled"').describe('What to set, as a path from window.'),
      to: z
        .unknown()
        .refine((value) => value !== undefined, 'is missing. Write the value to set, such as true.')
        .describe('The value it gets.'),
    },
    'Write { "set": "vendorDisabled", "to": true }.',
  ),
  object(
    {
      alias: path('"VendorObject"').describe('The second name, as a path from window.'),
      of: path('"vendor"').describe('The name that is there already.'),
    },
    'Write { "alias": "second name", "of": "first name" }.',
  ),
  object(
    { list: path('"dataLayer"').describe('An array to make where there is none.') },
    'Write { "list": "dataLayer" }.',
  ),
  object(
    {
      stub: path('"ym"').describe(
        'A function to make where there is none; it keeps its calls for the vendor.',
      ),
      queue: path('"ym.a"').describe('The array that the calls are kept in.'),
      keeps: oneOf(['arguments', 'list', 'timed', 'named'])
        .optional()
        .describe(
          'How a call is kept: as "arguments", as a "list", "timed" with the moment in front, or "named".',
        ),
      through: matching(/^\w+$/, 'must be a name', 'Write one such as "callMethod".')
        .optional()
        .describe('Name of a method that is called instead as soon as the vendor has put it there.'),
    },
    'Write { "stub": "ym", "queue": "ym.a" }.',
  ),
  object(
    {
      methods: path('"ttq"').describe('The array that gets the methods.'),
      names: list(
        matching(/^\w+$/, 'must be a name', 'Write one such as "track".'),
        'Write a list of names, such as ["page", "track"].',
      ).describe('Names of the methods; each puts its call on the array.'),
    },
    'Write { "methods": "ttq", "names": ["page", "track"] }.',
  ),
  object(
    {
      wrap: path('"uetq"').describe('The array whose place is taken.'),
      by: path('"UET"').describe("The vendor's class, as a path from window."),
      options: z
        .record(z.string(), z.unknown(), wanted('must be an object', 'Write { "option": value }.'))
        .describe('What the class is made with.'),
    },
    'Write { "wrap": "uetq", "by": "UET", "options": {} }.',
  ),
] as const;

const CURE = 'Write { "call": "vendor.stop" } or { "set": "vendorDisabled", "to": true }.';

/** One thing that a vendor's own snippet does in code, as data. */
export const step = z.union(steps, wanted('is no step', CURE));

const attribute = matching(
  /^(?!on|(src|type|async|defer|nonce|integrity|key|ref|children|data-(kelisim|src|type))$)[a-z][a-z\d-]*$/,
  'is no attribute to set here',
  'Handlers (on…) and the names of the gate are not possible; async, defer, module and integrity have keys of their own, the nonce is taken from the page.',
);

const script = object(
  {
    script: address('Write the address of the script.').describe('Address of the script.'),
    async: flag.optional().describe('Starts at once; without it, scripts run in order.'),
    defer: flag.optional().describe('As in HTML.'),
    module: flag.optional().describe('It is a JavaScript module.'),
    integrity: matching(
      /^sha(256|384|512)-[\w+/=]+$/,
      'is no integrity value',
      'Write one such as "sha384-…".',
    )
      .optional()
      .describe('Subresource integrity value.'),
    attributes: z
      .record(
        attribute,
        z.string(wanted('must be text', 'Write the value in quotes.')),
        wanted('must be an object', 'Write { "data-name": "value" }.'),
      )
      .optional()
      .describe('Further attributes of the tag.'),
  },
  'Write { "script": address }.',
);

const pixel = object(
  { pixel: address('Write the address of the image.').describe('Address of an image to ask for.') },
  'Write { "pixel": address }.',
);

/** What starts a tracker: a step, a script or a pixel. */
export const startItem = z.union(
  [script, pixel, ...steps],
  wanted(
    'is nothing to start',
    'Write { "script": address }, { "pixel": address } or a step such as { "call": "vendor.start" }.',
  ),
);
