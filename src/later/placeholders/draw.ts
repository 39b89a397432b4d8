import type { Session } from '../../contract.ts';
import { showLanguage } from '../box.ts';
import type { EmptyFrame } from './embeds.ts';

/** Names of the widget's tokens that a placeholder takes over. */
const TOKENS = ['--ink', '--paper', '--accent', '--font'];

/** What a press in a placeholder means. */
export type Answer = 'once' | 'always';

/** What drawing needs beside the frame. */
export interface Drawing {
  session: Session;
  /** The words in all languages. */
  html: string;
  css: string;
  answer(embed: EmptyFrame, answer: Answer): void;
}

/**
 * Draws into the empty page that a frame without an address shows: the frame keeps its size, and nothing is asked for.
 * Does nothing where it stands already in this language and these colours, or where the page inside is out of reach
 * (`sandbox`).
 */
export function draw(embed: EmptyFrame, { session, html, css, answer }: Drawing): void {
  const inside = embed.frame.contentDocument;
  const lang = session.locale();
  const style = getComputedStyle(session.root.host);
  const tokens = TOKENS.map((token) => [token, style.getPropertyValue(token)] as const);
  const route = session.isProtected() ? 'route' : '';
  const drawn = JSON.stringify([lang, route, tokens]);
  // A page that is still on its way would wipe what is drawn, and one that the site has emptied has no place for it.
  if (inside?.readyState !== 'complete' || !inside.body) return;
  if (inside.documentElement.dataset.drawn === drawn) return;
  const { documentElement: root, body } = inside;
  root.lang = lang;
  root.className = route;
  // Where nothing can be pressed the keyboard has to reach the text, or it could not scroll it.
  body.tabIndex = route ? 0 : -1;
  root.dataset.drawn = drawn;
  body.innerHTML = session.trusted.createHTML(html);
  showLanguage(body, lang);
  if (embed.isPlace) for (const button of body.querySelectorAll('[value=once]')) button.remove();
  for (const [token, value] of tokens) root.style.setProperty(token, value);
  addStyle(inside, css);
  inside.onclick = ({ target, isTrusted }) => {
    const { value } = (target as Element).closest('button') ?? {};
    if (value && isTrusted) answer(embed, value as Answer);
  };
}

/** Adds the style sheet, once, in the way that strict content policies pass. */
function addStyle(inside: Document, css: string): void {
  try {
    const sheet = new (inside.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    inside.adoptedStyleSheets = [sheet];
  } catch {
    // Safari before 16.4
    const style = inside.createElement('style');
    style.textContent = css;
    inside.head.replaceChildren(style);
  }
}
