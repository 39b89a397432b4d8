import { parse, parseFragment } from 'parse5';
import { describe, expect, it, vi } from 'vitest';
import type { LaterSite, SiteRules } from '../contract.ts';
import type { Files } from './emit.ts';
import {
  bodyOf,
  built,
  type Element,
  everything,
  FREE,
  type Texts,
  UNMARKED,
  withHostile,
} from './hostileSamples.ts';

vi.setConfig({ testTimeout: 60_000 });

const run = <Value>(script: string, name: string): Value => new Function(`${script};return ${name}`)();

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

  it('the inline form is one script element with the very text of kelisim.js but for its hint to compile', () => {
    withHostile((files) => {
      const html = `<!doctype html><title>t</title>${files.get('snippet.inline.html')}<p>end</p>`;
      const elements = everything(parse(html)).map(({ tagName }) => tagName);
      expect(elements).toEqual(['html', 'head', 'title', 'script', 'body', 'p']);
      const script = everything(parse(html)).find(({ tagName }) => tagName === 'script') as Element;
      const text = (script.childNodes[0] as { value?: string }).value;
      expect(text).toBe(
        asHtmlReads((files.get('kelisim.js') as string).replace(/^.*\n/, '')).replaceAll('\0', '\ufffd'),
      );
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
});
