import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';
import { describe, expect, it, vi } from 'vitest';
import demo from '../../demo/consent.config.json';
import type { Details, LaterSite, SiteRules } from '../contract.ts';
import { receiptJson, receiptText } from '../preferences/receipt.ts';
import type { ConsentRecord } from '../types.ts';
import { emit, type Files } from './emit.ts';
import { expand } from './expand.ts';
import { resolve } from './resolve.ts';
import { type FileConfig, type FileTracker, schema } from './schema.ts';

vi.setConfig({ testTimeout: 60_000 });

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

/** The places of texts in which nothing is filled in, and of those in which `{{` and `$t(` are refused. */
const FREE = ['operator', 'title', 'tracker', 'provider', 'description', 'link', 'text'] as const;
const UNMARKED = ['purpose', 'purposeIs', 'own'] as const;
type Texts = Record<(typeof FREE)[number] | (typeof UNMARKED)[number], string>;
const texts = fc.record(
  Object.fromEntries([
    ...FREE.map((name) => [name, hostile]),
    ...UNMARKED.map((name) => [name, hostile.map((text) => text.replace(/\{\{|\$t\(/g, '-'))]),
  ]),
) as fc.Arbitrary<Texts>;

const both = (text: string) => ({ kk: text, ru: text });

/** The demo with these texts wherever a configuration takes one. */
function built(given: Texts): Files {
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

const bodyOf = (files: Files, start: string) =>
  [...files].find(([name]) => name.startsWith(start))?.[1] as string;
const run = <Value>(script: string, name: string): Value => new Function(`${script};return ${name}`)();

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const everything = (node: Node): Element[] => [
  ...('tagName' in node ? [node] : []),
  ...('childNodes' in node ? node.childNodes.flatMap(everything) : []),
];

/** Each element of some HTML with the names of its attributes, and with the values of those that do something. */
const shapeOf = (html: string): string[] =>
  everything(parseFragment(html)).map(({ tagName, attrs }) =>
    [
      tagName,
      ...attrs.map(({ name, value }) => (/^(aria-label|alt)$/.test(name) ? name : `${name}=${value}`)),
    ].join(' '),
  );
const wordsOf = (html: string): string =>
  everything(parseFragment(html))
    .flatMap(({ childNodes }) => childNodes)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');

const PLAIN = built(Object.fromEntries([...FREE, ...UNMARKED].map((name) => [name, 'Мысал'])) as Texts);
const rulesOf = (files: Files) => run<SiteRules>(bodyOf(files, 'kelisim.js'), 's');
const laterOf = (files: Files) => run<LaterSite>(bodyOf(files, 'later-'), 'l');

/** Runs `check` with the files of many configurations. */
const withHostile = (check: (files: Files, given: Texts) => void) =>
  fc.assert(
    fc.property(texts, (given) => check(built(given), given)),
    { numRuns: 150 },
  );

/** HTML keeps no zero character, no lone surrogate and one kind of line end. */
const asHtmlReads = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\0/g, '');

describe('whatever texts a configuration holds', () => {
  it('every script can be parsed, and nothing in it ends the element it may stand in', () => {
    withHostile((files) => {
      for (const [name, body] of files)
        if (name.endsWith('.js')) {
          expect(() => new Function(body), name).not.toThrow();
          expect(body, name).not.toMatch(/<\/script|<script|<!--/i);
        }
    });
  });

  it('the inline form is one script element with the very text of kelisim.js', () => {
    withHostile((files) => {
      const html = `<!doctype html><title>t</title>${files.get('snippet.inline.html')}<p>end</p>`;
      const elements = everything(parse(html)).map(({ tagName }) => tagName);
      expect(elements).toEqual(['html', 'head', 'title', 'script', 'body', 'p']);
      const script = everything(parse(html)).find(({ tagName }) => tagName === 'script') as Element;
      const text = (script.childNodes[0] as { value?: string }).value;
      expect(text).toBe(asHtmlReads(files.get('kelisim.js') as string).replaceAll('\0', '\ufffd'));
    });
  });

  it('the first layer has the elements and attributes that it always has, and shows the names as text', () => {
    const shape = shapeOf(rulesOf(PLAIN).html);
    withHostile((files, { operator, purpose }) => {
      const { html } = rulesOf(files);
      expect(shapeOf(html)).toEqual(shape);
      expect(wordsOf(html)).toContain(asHtmlReads(operator));
      expect(wordsOf(html)).toContain(asHtmlReads(purpose));
    });
  });

  it('placeholders, leftover message and re-open button have those that they always have', () => {
    const parts = ({ html, reopen, placeholders }: LaterSite) => [
      html,
      reopen,
      ...Object.values(placeholders),
    ];
    const shape = parts(laterOf(PLAIN)).map(shapeOf);
    withHostile((files) => {
      expect(parts(laterOf(files)).map(shapeOf)).toEqual(shape);
    });
  });

  it('the texts of the panel are the very same texts, and their links lead to mail', () => {
    withHostile((files, given) => {
      for (const locale of ['kk', 'ru']) {
        const { trackers, facts, purposes } = JSON.parse(bodyOf(files, `details.${locale}-`)) as Details;
        for (const tracker of trackers)
          expect(tracker).toMatchObject({
            ...{ name: given.tracker, provider: given.provider, description: given.description },
          });
        expect(facts.map(({ value }) => value)).toContain(given.operator);
        expect(purposes.find(({ id }) => id === 'marketing')).toMatchObject({
          ...{ name: given.purpose, description: given.purposeIs },
        });
        for (const { href } of facts) expect(href ?? 'mailto:').toMatch(/^mailto:/);
      }
    });
  });

  it('the policy has no element beyond those of a text, and no link beyond pages and mail', () => {
    const known =
      'a,blockquote,br,code,del,details,em,h3,h4,h5,h6,hr,input,li,ol,p,pre,strong,summary,ul'.split(',');
    withHostile((files) => {
      for (const { tagName, attrs } of everything(parseFragment(bodyOf(files, 'policy.kk-')))) {
        expect(known).toContain(tagName);
        for (const { name, value } of attrs) {
          expect(['href', 'rel', 'start', 'class']).toContain(name);
          if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|\/(?!\/))/i);
        }
      }
    });
  });

  it('the receipts hold them as they are: text is text, JSON can be read', () => {
    withHostile((files, given) => {
      const languages = ['kk', 'ru'].map(
        (locale) => JSON.parse(bodyOf(files, `details.${locale}-`)) as Details,
      );
      const { asked, revision } = rulesOf(files);
      const at = '2026-11-22T08:30:00.000Z';
      const record: ConsentRecord = {
        ...{
          v: 1,
          id: given.text,
          at,
          until: at,
          revision,
          locale: 'kk',
          via: 'accept',
          asked,
          granted: asked,
        },
      };
      expect(receiptText(record, languages)).toContain(given.operator);
      const read = JSON.parse(receiptJson(record, languages));
      expect(read.record).toEqual(record);
      expect(read.told[0].trackers[0].name).toBe(given.tracker);
    });
  });
});
