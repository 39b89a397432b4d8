import { own } from './hook.ts';
import { filter } from './html.ts';
import { may, shape } from './judge.ts';
import { bare, offends } from './requests.ts';
import { realm, site } from './scope.ts';

/** Elements that are looked at. */
const WATCHED =
  'script,img,iframe,frame,link,audio,video,source,track,embed,object,input,image,a[ping],area[ping],template';

/** Their names alone: one look spares most elements the rest. */
export const watched = shape(
  '^(script|img|i?frame|link|audio|video|source|track|embed|object|input|image|a|area|template)$',
);

/** What comes back when it is granted. Pictures and pings do not: they were meant for a time before the yes. */
const RETURNS = shape('^(script|i?frame|link|audio|video|source|track|embed|object)$');

const { setAttribute, removeAttribute } = realm.Element?.prototype ?? {};
const { insertBefore } = realm.Node?.prototype ?? {};

/** What an element was to ask for, by attribute; `type` is there for a script of the parser's. */
type Kept = Record<string, unknown>;
const keeps = own(new WeakMap<Element, Kept>(), 'get', 'set');

/** Elements that go on when they are granted, in their order on the page. */
const waiting = own(new Set<Element>(), 'add', 'delete');

/** What is kept back of an element's attribute. */
export const keptOf = (element: Element, name: string): unknown => keeps.get(element)?.[name];

function keep(element: Element, name: string, value: unknown): Kept {
  const kept = keeps.get(element) ?? {};
  keeps.set(element, kept);
  kept[name] = value;
  if (RETURNS.test(element.localName)) waiting.add(element);
  return kept;
}

/** Whether the page's own writing of an attribute is kept back. */
export function keepsBack(element: Element, name: string, value: unknown): boolean {
  if (offends(element.localName, name, value)) return !!keep(element, name, value);
  delete keeps.get(element)?.[name];
  return false;
}

/** Takes from an element what came with it from the parser or from a copy. */
function disarm(element: Element): void {
  const tag = element.localName;
  for (const { name, value } of [...element.attributes]) {
    const plain = bare(name);
    if (plain === 'srcdoc') {
      const safe = filter(value);
      if (safe !== value) setAttribute.call(element, name, site.trusted.createHTML(safe) as string);
    } else if (offends(tag, plain, value)) {
      removeAttribute.call(element, name);
      const kept = keep(element, plain, value);
      if (tag === 'script') {
        kept.type = element.getAttribute('type');
        // Without an address its text would run.
        setAttribute.call(element, 'type', 'text/plain');
      }
      end(element);
    } else if (/^data-held-/.test(name)) {
      removeAttribute.call(element, name);
      setAttribute.call(element, plain, value);
    }
  }
}

/** Ends what an element is showing. */
function end(element: Element): void {
  (element as HTMLMediaElement).load?.();
  // Leaving the document for a moment ends the page inside without a step in the history.
  if (/frame/.test(element.localName) && element.parentNode)
    insertBefore.call(element.parentNode, element, element.nextSibling);
}

/** Frames met since they were last taken care of: each has natives of its own as soon as it is on the page. */
export const frames: HTMLIFrameElement[] = [];

/** Looks at a node and all inside it. */
export function inspect(root: Node): void {
  const { nodeType } = root;
  if (nodeType === 1) look(root as Element);
  if (nodeType === 1 || nodeType > 8) (root as Element).querySelectorAll(WATCHED).forEach(look);
}

function look(element: Element): void {
  const { localName } = element;
  if (!watched.test(localName)) return;
  if (localName === 'template') inspect((element as HTMLTemplateElement).content);
  if (localName === 'script') tame(element as HTMLScriptElement);
  disarm(element);
  if (localName === 'iframe') frames.push(element as HTMLIFrameElement);
}

/** A script that names its tracker waits for the gate, also where its author forgot to make it inert. */
function tame(script: HTMLScriptElement): void {
  const { kelisim } = script.dataset;
  if (!kelisim || script.type === 'text/plain' || may(kelisim)) return;
  script.dataset.type ??= script.type;
  setAttribute.call(script, 'type', 'text/plain');
}

/** Ends what withdrawn trackers are showing. What has run cannot be made not to have run. */
export const clear = (): void =>
  realm.document.querySelectorAll('iframe,frame,link,audio,video,source,track,embed,object').forEach(disarm);

/** Gives back, in their order, what may run now. */
export function release(): void {
  for (const element of waiting) {
    const { type, ...written } = keeps.get(element) as Kept;
    const names = Object.keys(written);
    if (names.some((name) => offends(element.localName, name, written[name]))) continue;
    waiting.delete(element);
    keeps.set(element, {});
    if (type !== undefined) {
      if (type === null) removeAttribute.call(element, 'type');
      else setAttribute.call(element, 'type', type as string);
      // The parser has given it up, and that has made it one that waits for nobody.
      if (!element.hasAttribute('async')) (element as HTMLScriptElement).async = false;
    }
    for (const name of names) {
      const value = `${written[name]}`;
      const code = element.localName === 'script';
      setAttribute.call(element, name, code ? (site.trusted.createScriptURL(value) as string) : value);
    }
  }
}
