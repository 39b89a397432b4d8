import type { Session } from '../../contract.ts';
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
 * Does nothing where it stands already in this language, or where the page inside is out of reach (`sandbox`).
 */
export function draw(embed: EmptyFrame, { session, html, css, answer }: Drawing): void {
  const inside = embed.frame.contentDocument;
  const lang = session.locale();
  const drawn = `${lang} ${session.isProtected() ? 'route' : ''}`;
  // A page that is still on its way would wipe what is drawn.
  if (inside?.readyState !== 'complete' || inside.documentElement.className === drawn) return;
  const { documentElement: root, body } = inside;
  root.lang = lang;
  root.className = drawn;
  body.innerHTML = session.trusted.createHTML(html);
  for (const block of body.children as Iterable<Element> as HTMLElement[]) block.hidden = block.lang !== lang;
  if (embed.isPlace) for (const button of body.querySelectorAll('[value=once]')) button.remove();
  const style = getComputedStyle(session.root.host);
  for (const token of TOKENS) root.style.setProperty(token, style.getPropertyValue(token));
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
