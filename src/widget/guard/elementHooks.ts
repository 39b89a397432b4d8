import type { Guarded } from '../../contract.ts';
import { afterwards, inspect, keepsBack } from './elements.ts';
import { type Act, hook, once, type Realm } from './hook.ts';
import { holds } from './judge.ts';
import { bare, filter, watched } from './requests.ts';
import { site } from './scope.ts';

/** Interfaces whose properties ask for something; `PINGING` ones only by their `ping`. */
const FACES = 'Script Image IFrame Frame Link Media Video Source Track Embed Object Input';
const PINGING = 'Anchor Area';
const INSERTING =
  'replaceChild append prepend replaceChildren before after replaceWith insertAdjacentElement';

/**
 * What the page gave, or what the filter made of it: of a text a text, so that a page with Trusted Types refuses it as it
 * would without Kelisim; of what such a page has approved, something approved.
 */
function filtered(given: unknown): unknown {
  const html = `${given}`;
  const safe = filter(html);
  return safe === html ? given : given === html ? safe : site.trusted.createHTML(safe);
}

/** Properties such as `script.src`. */
function hookProperties(win: Realm): void {
  const over = (faces: string, names: string) => {
    const of = faces.replace(/\w+/g, 'HTML$&Element');
    hook(
      win,
      `${of}.set`,
      names,
      (go, args, element, name) => keepsBack(element, bare(name), once(args)) || go(),
    );
    hook(
      win,
      `${of}.get`,
      names,
      (go, _args, element: Guarded, name) => element.kelisimHeld?.[bare(name)] ?? go(),
    );
  };
  over(FACES, 'src srcset imageSrcset href data poster');
  over(PINGING, 'ping');
}

/** Attributes by name. Those that come as nodes are seen when the element is put on the page, or just after. */
function hookAttributes(win: Realm): void {
  const write: Act = (go, args, element, method) => {
    const at = method.length - 12 && 1;
    const name = bare(once(args, at));
    const value = once(args, at + 1);
    if (name === 'srcdoc') args[at + 1] = filtered(value);
    return keepsBack(element, name, args[at + 1]) ? undefined : go();
  };
  write.spares = (_name, element) => !watched[element?.localName];
  hook(win, 'Element', 'setAttribute setAttributeNS', write);
}

/** Nodes that come from a copy, a template or another document have got their addresses unseen. */
function hookInsertion(win: Realm): void {
  const insert: Act = (go, args, parent) => {
    try {
      for (const node of args) if (!spares(node, parent)) inspect(node);
    } catch {
      // What the guard cannot look at still has to reach the page.
    }
    return afterwards(go);
  };
  // What is built beside the page is looked at once, when it is put there.
  const spares: NonNullable<Act['spares']> = (node, parent) =>
    !watched[node?.localName]?.src && !(node?.firstElementChild && parent.isConnected);
  hook(win, 'Node Element Document DocumentFragment', INSERTING, insert);
  insert.spares = spares;
  hook(win, 'Node', 'appendChild insertBefore', insert);
}

/** HTML as text. */
function hookHtml(win: Realm): void {
  const parse: Act = (go, args, self) => {
    for (const at of args.keys()) args[at] = filtered(once(args, at));
    // Asked before, because `outerHTML` takes the element away.
    return afterwards(go, /<iframe/i.test(`${args}`) ? self.getRootNode?.() : undefined);
  };
  hook(win, 'Element ShadowRoot HTMLIFrameElement.set', 'innerHTML outerHTML srcdoc', parse);
  hook(
    win,
    'Element ShadowRoot Range Document',
    'setHTMLUnsafe insertAdjacentHTML createContextualFragment write writeln',
    parse,
  );
}

/** Forms are not changed: a form without its address would go to the site itself. */
function hookForms(win: Realm): void {
  const goes = (form: HTMLFormElement, button?: HTMLElement | null) =>
    holds(button?.getAttribute('formaction') ?? form.getAttribute?.('action') ?? '', 'form');
  hook(win, 'HTMLFormElement', 'submit', (go, _args, form) => goes(form) || go());
  win.addEventListener(
    'submit',
    (event) => {
      if (goes(event.target as HTMLFormElement, event.submitter)) event.preventDefault();
    },
    true,
  );
}

/** Covers everything in a window that makes an element ask for something. */
export function watchElements(win: Realm): void {
  hookProperties(win);
  hookAttributes(win);
  hookInsertion(win);
  hookHtml(win);
  hookForms(win);
  // It takes its address without a setter.
  hook(win, '', 'Audio', (go, args) => {
    const [src] = args.splice(0);
    return Object.assign(go(), src !== undefined && { src });
  });
}
