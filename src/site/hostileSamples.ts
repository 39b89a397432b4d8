import fc from 'fast-check';
import type { DefaultTreeAdapterMap } from 'parse5';
import demo from '../../demo/consent.config.json';
import { emit, type Files } from './emit.ts';
import { expand } from './expand.ts';
import { resolve } from './resolve.ts';
import { type FileConfig, type FileTracker, schema } from './schema.ts';

const runtime = {
  widget: 'var s=__KELISIM_SITE__,g=__KELISIM_GUARD__;',
  widgetOff: 'var s=__KELISIM_SITE__;',
  guard: 'scope,setup;',
  guardStrict: 'scope,setup;',
  google: 'var c=__KELISIM_GOOGLE__;',
  scheme: 'var follows;',
  preferences: 'var f=__KELISIM_FILES__;',
  later: 'var l=__KELISIM_LATER__;',
  types: 'export {};',
};

const PIECES = [
  ...['</script>', '<script>', '<!--', '-->', ']]>', '<img src=x onerror=alert(1)>', '"onclick="alert(1)'],
  ...["'", '"', '`', '\\', '$&', '$1', '{{', '}}', '{{bin}}', '$t(ui.accept)', '\u2028', '\u2029', '\u202e'],
  ...[
    '\u2066',
    '\0',
    '\ufeff',
    '&lt;',
    '&#60;',
    '&',
    '=',
    '<',
    '>',
    'javascript:',
    'қ',
    '😀',
    '\ud800',
    '\n',
    '%',
  ],
];

/** What somebody might write where a name or a text belongs; trimmed, as the schema trims it. */
const hostile = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  )
  .map((text) => `x${text}y`);

/** Places of texts in which nothing is filled in. */
export const FREE = ['operator', 'title', 'tracker', 'provider', 'description', 'link', 'text'] as const;
/** Those in which `{{` and `$t(` are refused. */
export const UNMARKED = ['purpose', 'purposeIs', 'own'] as const;
/** One text for each. */
export type Texts = Record<(typeof FREE)[number] | (typeof UNMARKED)[number], string>;
const texts = fc.record(
  Object.fromEntries([
    ...FREE.map((name) => [name, hostile]),
    ...UNMARKED.map((name) => [name, hostile.map((text) => text.replace(/\{\{|\$t\(/g, '-'))]),
  ]),
) as fc.Arbitrary<Texts>;

const both = (text: string) => ({ kk: text, ru: text });

/** The demo with these texts wherever a configuration takes one. */
export function built(given: Texts): Files {
  const config = structuredClone(demo) as unknown as FileConfig;
  config.operator.name = both(given.operator);
  config.operator.contact = { email: `${given.link.replace(/\s/g, '')}@site.kz`, phone: given.link };
  config.policy.title = both(given.title);
  config.policy.protocol = given.title;
  config.purposes = { marketing: { name: both(given.purpose), description: both(given.purposeIs) } };
  config.texts = { 'ui.accept': both(given.own) };
  for (const tracker of config.trackers as FileTracker[]) {
    tracker.name = given.tracker;
    tracker.description = both(given.description);
    tracker.provider = { name: given.provider, country: 'RU' };
    tracker.stores = [
      { kind: 'cookie', name: `${given.tracker.replace(/\s|\*/g, '').slice(0, 60)}_id`, lifetime: '1 year' },
    ];
  }
  const site = resolve(expand(schema.parse(config)), both(`## ${given.title}\n\n${given.text}`));
  return emit(site, runtime);
}

/** The file whose name begins so. */
export const bodyOf = (files: Files, start: string) =>
  [...files].find(([name]) => name.startsWith(start))?.[1] as string;

type Node = DefaultTreeAdapterMap['node'];
/** An element as the parser of HTML gives it. */
export type Element = DefaultTreeAdapterMap['element'];

/** The element itself, where it is one, and all inside it, in their order. */
export const everything = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(everything) : []),
];

/** Runs `check` with the files of many configurations. */
export const withHostile = (check: (files: Files, given: Texts) => void) =>
  fc.assert(
    fc.property(texts, (given) => check(built(given), given)),
    { numRuns: 50 },
  );
