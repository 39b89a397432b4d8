import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, parseFragment } from 'parse5';
import type { Findings } from './loose.ts';
import { addressesOf, attributesOf } from './pageAddresses.ts';
import { covers } from './vendors.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Somebody whose tags may stand in a page. */
export interface Owner {
  /** Id of the tracker of the configuration, or of the preset of a vendor that nobody declared. */
  id: string;
  hosts: readonly string[];
  declared: boolean;
}

/** Something found in a page. */
export interface PageFinding {
  list: keyof Findings;
  /** Where it begins, in characters. */
  offset: number;
  message: string;
}

const elementsIn = (node: Node): Element[] => {
  const own = defaultTreeAdapter.isElementNode(node) ? [node] : [];
  const inside = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
  return [...own, ...inside.flatMap(elementsIn)];
};

const OPTIONS = { sourceCodeLocationInfo: true };

const offsetOf = (element: Element): number => element.sourceCodeLocation?.startOffset ?? 0;

/** What stands in a `<noscript>`: for the parser of a browser that runs scripts it is one text. */
function insideNoscript(element: Element, html: string): { element: Element; offset: number }[] {
  const { startTag, endTag } = element.sourceCodeLocation ?? {};
  const start = startTag?.endOffset ?? 0;
  const text = html.slice(start, endTag?.startOffset ?? html.length);
  const tree = parseFragment(text, { ...OPTIONS, scriptingEnabled: false });
  return elementsIn(tree).map((inner) => ({ element: inner, offset: start + offsetOf(inner) }));
}

/** The host and path of an address of another site. */
function placeOf(address: string): string | undefined {
  const [, host, path = ''] = /^\s*(?:https?:)?\/\/([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(address) ?? [];
  return host && host.toLowerCase() + path;
}

/** Where an element loads from by itself, without what lies on the site's own host. */
const placesOf = (element: Element): string[] =>
  addressesOf(element).flatMap((address) => placeOf(address) ?? []);

function noscriptFinding(element: Element, offset: number): PageFinding[] {
  const [place] = placesOf(element);
  // Where nothing runs, no script is asked for.
  if (!place || element.tagName === 'script') return [];
  const message = `<${element.tagName}> of ${place} in <noscript> is loaded before anybody is asked, and nothing can hold it. Take it out.`;
  return [{ list: 'problems', offset, message }];
}

/** How the tag is written so that it waits for consent; undefined where no such tag can. */
function markedForm(element: Element, id: string): string | undefined {
  const { src, srcset } = attributesOf(element);
  const set = srcset === undefined ? '' : ` data-srcset="${srcset}"`;
  if (element.tagName === 'script')
    return `<script type="text/plain" data-kelisim="${id}" src="${src}"></script>`;
  if (element.tagName === 'iframe')
    return `<iframe data-kelisim="${id}" data-src="${src}" title="…"></iframe>`;
  const own = src === undefined ? '' : ` data-src="${src}"`;
  if (element.tagName === 'img') return `<img data-kelisim="${id}"${own}${set} alt="">`;
}

function tagFinding(element: Element, owners: readonly Owner[]): PageFinding[] {
  const { tagName } = element;
  const { type, 'data-kelisim': marked } = attributesOf(element);
  if (marked !== undefined && type === 'text/plain') return [];
  const places = placesOf(element);
  const owner = owners.find(({ hosts }) => hosts.some((host) => places.some((place) => covers(host, place))));
  if (!owner) return [];
  const form = markedForm(element, owner.id);
  const act = form ? `write ${form}` : `add it by a script where kelisim.allows("${owner.id}") is true.`;
  const cure = owner.declared
    ? act.replace(/^./, (letter) => letter.toUpperCase())
    : `Add { "use": "${owner.id}" } to "trackers", and where its own "start" is not enough ${act}`;
  const message = `<${tagName}> of "${owner.id}" does not wait for consent. ${cure}`;
  return [{ list: 'warnings', offset: offsetOf(element), message }];
}

/** Tags of one HTML page that load something before the visitor agreed, in the order they stand in. */
export function checkPage(html: string, owners: readonly Owner[]): PageFinding[] {
  return elementsIn(parse(html, OPTIONS)).flatMap((element) =>
    element.tagName === 'noscript'
      ? insideNoscript(element, html).flatMap((inner) => noscriptFinding(inner.element, inner.offset))
      : tagFinding(element, owners),
  );
}
