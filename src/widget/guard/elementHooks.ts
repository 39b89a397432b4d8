import type { Guarded } from '../../contract.ts';
import { inspect, keepsBack } from './elements.ts';
import { type Act, hook, type Realm } from './hook.ts';
import { holds } from './judge.ts';
import { bare, filter, mayAsk, WATCHED } from './requests.ts';
import { site } from './scope.ts';

/** Interfaces whose properties ask for something, as `HTML…Element`. */
const INTERFACES = 'Script Image IFrame Frame Link Media Video Source Track Embed Object Input Anchor Area';
const PROPERTIES = 'src srcset imageSrcset href data poster ping';
const INSERTING =
  'appendChild insertBefore replaceChild append prepend replaceChildren before after replaceWith insertAdjacentElement';

/** Calls `act` for each pair of words. */
const pairs = (some: string, others: string, act: (one: string, other: string) => void) => {
  for (const one of some.split(' ')) for (const other of others.split(' ')) act(one, other);
};

const prototypeOf = (win: Realm, name: string) =>
  (win as unknown as Record<string, { prototype: object } | undefined>)[name]?.prototype;

/** What the page gave, or, where the filter changed it, a value that a page with Trusted Types takes, too. */
function filtered(given: unknown): unknown {
  const html = `${given}`;
  const safe = filter(html);
  return safe === html ? given : site.trusted.createHTML(safe);
}

/** Properties such as `script.src`. */
function hookProperties(win: Realm): void {
  pairs(INTERFACES, PROPERTIES, (name, property) => {
    const prototype = prototypeOf(win, `HTML${name}Element`);
    const attribute = bare(property);
    hook(prototype, property, (go, args, element) => keepsBack(element, attribute, args[0]) || go(), 'set');
    hook(
      prototype,
      property,
      (go, _args, element: Guarded) => element.kelisimHeld?.[attribute] ?? go(),
      'get',
    );
  });
}

/** Attributes by name and as nodes. */
function hookAttributes(win: Realm): void {
  const byName =
    (at: number): Act =>
    (go, args, element) => {
      if (!mayAsk.test(args[at])) return go();
      const name = bare(args[at]);
      if (name === 'srcdoc') args[at + 1] = filtered(args[at + 1]);
      return keepsBack(element, name, args[at + 1]) ? undefined : go();
    };
  const { prototype } = win.Element;
  hook(prototype, 'setAttribute', byName(0));
  hook(prototype, 'setAttributeNS', byName(1));
  // A map of attributes does not say whose they are: what is held there cannot come back.
  const asNode: Act = (go, args, owner) =>
    args[0] && keepsBack(owner.localName ? owner : { localName: 'img' }, bare(args[0].name), args[0].value)
      ? null
      : go();
  pairs(
    'Element NamedNodeMap',
    'setAttributeNode setAttributeNodeNS setNamedItem setNamedItemNS',
    (name, method) => hook(prototypeOf(win, name), method, asNode),
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
  pairs('Node Element Document DocumentFragment', INSERTING, (name, method) =>
    hook(prototypeOf(win, name), method, (go, args) => {
      try {
        for (const node of args)
          if (node?.firstElementChild || WATCHED.includes(node?.localName)) inspect(node);
      } catch {
        // What the guard cannot look at still has to reach the page.
      }
      const result = go();
      settle();
      return result;
    }),
  );
}

/** HTML as text. */
function hookHtml(win: Realm, settle: () => void): void {
  const parse: Act = (go, args) => {
    for (const at of args.keys()) args[at] = filtered(args[at]);
    const result = go();
    settle();
    return result;
  };
  pairs('Element ShadowRoot HTMLIFrameElement', 'innerHTML outerHTML srcdoc', (name, property) =>
    hook(prototypeOf(win, name), property, parse, 'set'),
  );
  pairs(
    'Element ShadowRoot Range Document',
    'setHTMLUnsafe insertAdjacentHTML createContextualFragment write writeln',
    (name, method) => hook(prototypeOf(win, name), method, parse),
  );
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
