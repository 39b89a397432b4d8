import { inspect, keepsBack, keptOf, watched } from './elements.ts';
import { type Act, hook, type Realm } from './hook.ts';
import { filtered } from './html.ts';
import { holds, shape } from './judge.ts';
import { bare } from './requests.ts';

/** Interfaces whose attributes ask for something, as `HTML…Element`. */
const PROPERTIES =
  'Script:src Image:src,srcset IFrame:src Frame:src Link:href Media:src Video:poster Source:src,srcset Track:src Embed:src Object:data Input:src Anchor:ping Area:ping';

/** Whether `setAttribute` of this name is looked at. */
const ATTRIBUTE = shape('^([xX].*:)?(src|srcset|imagesrcset|href|data|poster|ping|srcdoc|[A-Z]+)$');

const INSERTING: [interfaces: string[], methods: string][] = [
  [['Node'], 'appendChild insertBefore replaceChild'],
  [['Element', 'Document', 'DocumentFragment'], 'append prepend replaceChildren'],
  [['Element'], 'before after replaceWith insertAdjacentElement'],
];

const prototypeOf = (win: Realm, name: string) =>
  (win as unknown as Record<string, { prototype: object } | undefined>)[name]?.prototype;

/** Properties such as `script.src`. */
function hookProperties(win: Realm): void {
  hook(
    win.HTMLIFrameElement.prototype,
    'srcdoc',
    (go, args) => {
      args[0] = filtered(args[0]);
      go();
    },
    'set',
  );
  for (const pair of PROPERTIES.split(' ')) {
    const [name, attributes = ''] = pair.split(':');
    const prototype = prototypeOf(win, `HTML${name}Element`);
    for (const attribute of attributes.split(',')) {
      hook(
        prototype,
        attribute,
        (go, args, element) => keepsBack(element, attribute, args[0]) || go(),
        'set',
      );
      hook(
        prototype,
        attribute,
        (go, _args, element) => {
          const kept = keptOf(element, attribute);
          if (kept === undefined) return go();
          return /set|ping/.test(attribute) ? `${kept}` : new URL(`${kept}`, element.baseURI).href;
        },
        'get',
      );
    }
  }
}

/** Attributes by name and as nodes. */
function hookAttributes(win: Realm): void {
  const { prototype } = win.Element;
  const byName =
    (at: number): Act =>
    (go, args, element) => {
      if (!ATTRIBUTE.test(args[at])) return go();
      const name = bare(args[at]);
      if (name === 'srcdoc') args[at + 1] = filtered(args[at + 1]);
      return keepsBack(element, name, args[at + 1]) ? undefined : go();
    };
  hook(prototype, 'setAttribute', byName(0));
  hook(prototype, 'setAttributeNS', byName(1));
  for (const name of ['setAttributeNode', 'setAttributeNodeNS'])
    hook(prototype, name, (go, args, element) =>
      args[0] && keepsBack(element, bare(args[0].name), args[0].value) ? null : go(),
    );
  // Here nobody knows the element, so what is held cannot come back.
  for (const name of ['setNamedItem', 'setNamedItemNS'])
    hook(win.NamedNodeMap.prototype, name, (go, args) =>
      args[0] && ATTRIBUTE.test(args[0].name) && holds(args[0].value, 'img') ? null : go(),
    );
  hook(
    win.Attr.prototype,
    'value',
    (go, args, { ownerElement, name }) =>
      (ownerElement && keepsBack(ownerElement, bare(name), args[0])) || go(),
    'set',
  );
  hook(win.SVGAnimatedString.prototype, 'baseVal', (go, args) => holds(args[0], 'image') || go(), 'set');
}

/** Nodes that come from a copy, a template or another document have got their addresses unseen. */
function hookInsertion(win: Realm, settle: () => void): void {
  const insert: Act = (go, args) => {
    for (const node of args) if (node?.firstElementChild || watched.test(`${node?.localName}`)) inspect(node);
    const result = go();
    settle();
    return result;
  };
  for (const [interfaces, methods] of INSERTING)
    for (const name of interfaces)
      for (const method of methods.split(' ')) hook(prototypeOf(win, name), method, insert);
}

/** HTML as text. */
function hookHtml(win: Realm, settle: () => void): void {
  const parse =
    (at: number): Act =>
    (go, args) => {
      args[at] = filtered(args[at]);
      const result = go();
      settle();
      return result;
    };
  const write: Act = (go, args) => {
    for (const at of args.keys()) args[at] = filtered(args[at]);
    return go();
  };
  for (const name of ['Element', 'ShadowRoot']) {
    for (const half of ['innerHTML', 'outerHTML']) hook(prototypeOf(win, name), half, parse(0), 'set');
    hook(prototypeOf(win, name), 'setHTMLUnsafe', parse(0));
  }
  hook(win.Element.prototype, 'insertAdjacentHTML', parse(1));
  hook(win.Range.prototype, 'createContextualFragment', parse(0));
  for (const name of ['write', 'writeln']) hook(win.Document.prototype, name, write);
}

/** Forms are not changed: a form without its address would go to the site itself. */
function hookForms(win: Realm): void {
  const goes = (form: HTMLFormElement, button?: HTMLElement | null) =>
    holds(button?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', 'form');
  hook(win.HTMLFormElement.prototype, 'submit', (go, _args, form) => goes(form) || go());
  win.addEventListener(
    'submit',
    (event) => {
      if (goes(event.target as HTMLFormElement, event.submitter)) event.preventDefault();
    },
    true,
  );
}

/**
 * Covers everything in a window that makes an element ask for something. `settle` is called when frames may have
 * come onto the page.
 */
export function watchElements(win: Realm, settle: () => void): void {
  hookProperties(win);
  hookAttributes(win);
  hookInsertion(win, settle);
  hookHtml(win, settle);
  hookForms(win);
}
