import type { Later } from '../../contract.ts';
import type { Locale, View } from '../../types.ts';
import { decide, record } from '../consent/store.ts';
import { emitEvent } from '../events.ts';
import { later } from '../later.ts';
import { rules } from '../site.ts';
import { warn } from '../warn.ts';
import { mount, root, show } from './host.ts';
import { firstLocale, rememberLocale } from './language.ts';

/** The language of everything shown. */
export let locale: Locale;

let box: HTMLElement;
let visible = false;
let load: () => Promise<Later>;

const each = (selector: string, act: (element: HTMLElement) => void) =>
  root.querySelectorAll<HTMLElement>(selector).forEach(act);

/** Shows in each box the blocks of the language, and the notice or, where it is there by now, the re-open button. */
function paint(failed?: boolean): void {
  each('[popover]>[lang]', (block) => {
    block.hidden = block.lang !== locale;
  });
  each('[data-locale]', (button) => {
    button.setAttribute('aria-pressed', `${button.dataset.locale === locale}`);
  });
  each('section [role=alert]', (message) => {
    message.hidden = !failed;
  });
  show(box, visible);
  each('.corner', (button) => show(button, !visible));
}

function setVisible(next: boolean, failed?: boolean): void {
  const opened = next && !visible;
  visible = next;
  paint(failed);
  if (!opened) return;
  emitEvent('notice', { locale });
  // A live region speaks only of what changes while it stands.
  requestAnimationFrame(() =>
    each(`[lang=${locale}]>h2`, ({ textContent }) =>
      each('[role=status]', (status) => {
        status.lang = locale;
        status.textContent = textContent;
      }),
    ),
  );
}

/** Whether this page is in a frame of a page of this site, which asks already. */
function isAskedAbove(): unknown {
  try {
    return top !== window && top?.kelisim?.state;
  } catch {
    // Another site's.
    return;
  }
}

/** Shows what belongs to the state: the notice while undecided. */
export function sync(): void {
  later?.refresh();
  setVisible(!record() && !isAskedAbove());
}

/** A press: accept grants all, any other act nothing. */
function act(via: 'accept' | 'refuse' | 'withdraw'): void {
  const all = via === 'accept';
  // A refusal that cannot be kept still ends the question on this page: nothing runs either way.
  if (decide({ via, grants: all ? 'all' : {} })) sync();
  else setVisible(all, true);
}

/** Shows a view. Where the second layer does not load, the first one says so. */
export async function open(view: View): Promise<void> {
  try {
    if (view === 'notice' || !rules.later) return setVisible(true);
    await (await load()).open(view);
  } catch (cause) {
    warn(cause);
    setVisible(true, true);
  }
}

/** Hides everything. */
export function close(): void {
  later?.close();
  setVisible(false);
}

/** Switches the language and remembers it. */
export function setLanguage(next: Locale): void {
  if (!rules.locales.includes(next)) return;
  locale = next;
  rememberLocale(next);
  paint();
  later?.refresh();
}

/**
 * Puts the first layer on the page, hidden, and listens to its buttons and to the page's own.
 * `loadLater` brings the second layer.
 */
export function prepareNotice(loadLater: () => Promise<Later>): void {
  load = loadLater;
  locale = firstLocale();
  mount();
  box = root.querySelector('[popover]') as HTMLElement;
  const listen = (place: Node, name: string, act: (value: string) => void) => {
    const attribute = `data-${name}`;
    place.addEventListener('click', (event) => {
      const button = (event.target as Element).closest?.(`[${attribute}]`);
      // Who presses is asked of a yes alone: a refusal may come from a tool that the visitor trusts with it.
      if (!button || (button.getAttribute('data-act') === 'accept' && !event.isTrusted)) return;
      event.preventDefault();
      act(button.getAttribute(attribute) as string);
    });
  };
  listen(root, 'locale', setLanguage as (value: string) => void);
  listen(root, 'act', act as (value: string) => void);
  listen(root, 'open', open as (value: string) => void);
  listen(document, 'kelisim-open', (view) => open((view || 'preferences') as View));
  listen(document, 'kelisim-withdraw', () => act('withdraw'));
}
