import { rules } from '../site.ts';
import { trusted } from '../trusted.ts';

/** The open shadow root of everything we show. */
export let root: ShadowRoot;

/** Adds a style sheet in the way that strict content policies pass. */
export function addStyle(css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    // Safari before 16.4
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

/**
 * Puts the prerendered first layer on the page, hidden. It stands before `<body>`, so that the keyboard meets it
 * first and a page that replaces its body keeps it.
 */
export function mount(): void {
  const host = document.createElement('kelisim-consent');
  // Kazakh stands left also on a page that is written from right to left.
  host.dir = 'ltr';
  root = host.attachShadow({ mode: 'open' });
  root.innerHTML = trusted.createHTML(rules.html);
  addStyle(rules.css);
  document.documentElement.insertBefore(host, document.body);
}

/** Shows or hides a box, in the top layer where the browser has one. */
export function show(box: HTMLElement, visible: boolean): void {
  box.hidden = !visible;
  box.togglePopover?.(visible);
}
