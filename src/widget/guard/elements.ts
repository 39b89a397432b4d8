import type { Guarded, Kept } from '../../contract.ts';
import { loads, may } from './judge.ts';
import { ASKING, bare, filter, offends, WATCHED, watched } from './requests.ts';
import { realm, site } from './scope.ts';

const { setAttribute, removeAttribute } = realm.Element?.prototype ?? {};

/** Elements that go on when they are granted, in their order on the page. */
const waiting: Guarded[] = [];
site.waiting = waiting;

function keep(element: Guarded, name: string, value: unknown): Kept {
  element.kelisimHeld ??= {};
  element.kelisimHeld[name] = value;
  if (loads[element.localName]) waiting.push(element);
  return element.kelisimHeld;
}

/** Whether the page's own writing of an attribute is kept back. */
export function keepsBack(element: Guarded, name: string, value: unknown): unknown {
  if (offends(element.localName, name, value)) return keep(element, name, value);
  delete element.kelisimHeld?.[name];
}

/** Takes from an element what came with it from the parser or from a copy. */
function disarm(element: Guarded): void {
  const tag = element.localName;
  for (const name of element.getAttributeNames()) {
    const plain = bare(name);
    const value = element.getAttribute(name) as string;
    if (plain === 'srcdoc') {
      const safe = filter(value);
      if (safe !== value) setAttribute.call(element, name, site.trusted.createHTML(safe) as string);
    } else if (offends(tag, plain, value)) {
      removeAttribute.call(element, name);
      const kept = keep(element, plain, value);
      if (tag === 'script') {
        kept.type = (element as Guarded & HTMLScriptElement).type;
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

site.disarm = disarm;

/** Ends what an element is showing. */
function end(element: Element): void {
  (element as HTMLMediaElement).load?.();
  // Leaving the document for a moment ends the page inside without a step in the history.
  if (/frame/.test(element.localName)) element.parentNode?.insertBefore(element, element.nextSibling);
}

/** Frames met since `afterwards` was last called. */
const frames: HTMLIFrameElement[] = [];

/** Runs a native that may put frames into `root`; each has natives of its own as soon as it is there. */
export function afterwards(go: () => unknown, root?: ParentNode): unknown {
  const result = go();
  root?.querySelectorAll('iframe').forEach(look);
  for (const frame of frames.splice(0)) site.enter?.(frame.contentWindow);
  return result;
}

/** What was looked at on its way onto the page, since the observer last ran. */
let seen = new WeakSet<Node>();

/** Looks at a node and all inside it. */
export function inspect(root: Node): void {
  const element = root as Element;
  look(element);
  // No record of the document's tells of what is in there.
  const { shadowRoot } = element;
  if (shadowRoot) {
    watch(shadowRoot);
    inspect(shadowRoot);
  }
  if (!element.firstElementChild) return;
  seen.add(root);
  // In much, browsers are three times as quick with one name at a time; in little, with all at once.
  const much = element.getElementsByTagName?.('*')[99];
  for (const tag of much ? WATCHED.split(',') : [WATCHED]) element.querySelectorAll(tag).forEach(look);
}

/** Looks at what the observer has met and nobody has looked at before. */
function review(records: MutationRecord[]): void {
  for (const { addedNodes, target, attributeName } of records) {
    for (const node of addedNodes) if (!seen.has(node)) inspect(node);
    if (attributeName) look(target as Element);
  }
  seen = new WeakSet();
}

/** All that comes there, and attributes that got there past the hooks. */
const SEEN: MutationObserverInit = { childList: true, subtree: true, attributeFilter: ASKING.split(' ') };

const observer = realm.document && new MutationObserver((records) => afterwards(() => review(records)));

/** Looks at all that comes into a document or shadow root from now on. */
export const watch = (root: Node): void => observer.observe(root, SEEN);

function look(element: Element): void {
  const tag = element.localName;
  if (!watched[tag]) return;
  if (tag === 'template') inspect((element as HTMLTemplateElement).content);
  if (tag === 'script') tame(element as HTMLScriptElement);
  // Inert markup asks for nothing and is the gate's.
  if ((element as HTMLScriptElement).type !== 'text/plain') disarm(element);
  if (tag === 'iframe') frames.push(element as HTMLIFrameElement);
}

/** A script that names its tracker waits for the gate, also where its author forgot to make it inert. */
function tame(script: HTMLScriptElement): void {
  const { kelisim } = script.dataset;
  if (!kelisim || script.type === 'text/plain' || may(kelisim, '')) return;
  script.dataset.type ??= script.type;
  setAttribute.call(script, 'type', 'text/plain');
}
