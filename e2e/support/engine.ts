import { type Browser, type BrowserContext, chromium, firefox, type Page, webkit } from '@playwright/test';
import { CHROMIUM_ARGS, type EngineName, findBrowser, findShell } from './browser.ts';
import { startWebKit } from './webkit.ts';

/** Keys that have no character. */
export type Key = 'Tab' | 'Enter' | 'Space' | 'Escape';

/** A cookie as the browser keeps it. */
export interface Kept {
  name: string;
  value: string;
  path: string;
  sameSite: string;
  /** Seconds since 1970. */
  expires: number;
}

/** One running browser with one visitor: what can be asked of Chromium, Firefox and WebKit alike. */
export interface Engine {
  /** A page without cookies of earlier ones; resolves when the document has been parsed. */
  open(url: string): Promise<void>;
  /** Leaves this page for another address, with the same cookies and storage. */
  go(url: string): Promise<void>;
  /** Value of an expression on the page, a promise awaited. It must pass through JSON. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Presses the element, as a person does where windows open only then. */
  click(selector: string): Promise<void>;
  /** A real press of the mouse on the element that an expression finds, also inside a shadow root. */
  press(expression: string): Promise<void>;
  /** A real press of a key. */
  type(key: Key): Promise<void>;
  /** What the browser would send to this page, also what script cannot read. */
  cookies(): Promise<Kept[]>;
  /** Another tab of the same visitor; what follows is asked of it. */
  openTab(url: string): Promise<void>;
  /** Turns to a tab, counted from 0 in the order in which they were opened. */
  turn(tab: number): Promise<void>;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** Firefox asks no STUN server on this machine by itself, and sends pings of links only when told to. */
const FIREFOX_PREFERENCES = {
  'media.peerconnection.ice.loopback': true,
  'browser.send_pings': true,
  'fission.autostart': false,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
};

/** Firefox ESR speaks WebDriver BiDi: Playwright's own protocol is only in the builds that it downloads. */
function launch(engine: EngineName): Promise<Browser> {
  const executablePath = engine === 'chromium' ? findShell() : findBrowser(engine);
  const found = executablePath ? { executablePath } : {};
  if (engine === 'chromium')
    return chromium.launch({
      args: CHROMIUM_ARGS,
      // Playwright turns the back/forward cache off.
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
      ...found,
    });
  if (engine === 'webkit') return webkit.launch();
  return firefox.launch({
    firefoxUserPrefs: FIREFOX_PREFERENCES,
    ...(executablePath && { channel: 'moz-firefox', executablePath }),
  });
}

/** A page may hold something that never loads, so the suite itself knows when it has seen enough. */
const PARSED = { waitUntil: 'domcontentloaded' } as const;

async function startWithPlaywright(name: EngineName): Promise<Engine> {
  const browser = await launch(name);
  let context: BrowserContext | undefined;
  let page: Page;
  return {
    async open(url) {
      // The new one first: Firefox ends with its last window.
      const next = await browser.newContext({ viewport: { width: 800, height: 600 } });
      await context?.close();
      context = next;
      page = await context.newPage();
      await page.goto(url, PARSED);
    },
    async go(url) {
      // A new tab of the same visitor: Firefox's protocol can lose sight of a tab that leaves a page with many frames.
      const left = page;
      page = await (context as BrowserContext).newPage();
      await page.goto(url, PARSED);
      await left.close();
    },
    evaluate: (expression) => page.evaluate(expression),
    // Not a real press: these two open windows without one, and Firefox's waits for ever beside an empty <embed>.
    click: (selector) => page.dispatchEvent(selector, 'click'),
    async press(expression) {
      const found = await page.evaluateHandle<Element | null>(expression);
      const element = found.asElement();
      if (!element) throw new Error(`Nothing to press: ${expression}`);
      await element.click();
    },
    type: (key) => page.keyboard.press(key),
    cookies: () => (context as BrowserContext).cookies(page.url()),
    async openTab(url) {
      page = await (context as BrowserContext).newPage();
      await page.goto(url, PARSED);
    },
    async turn(tab) {
      page = (context as BrowserContext).pages()[tab] as Page;
    },
    close: () => browser.close(),
  };
}

/**
 * Starts an engine: the installed one, else Playwright's own build.
 * @throws Error when there is neither; the suite must not pass without it
 */
export function startEngine(name: EngineName): Promise<Engine> {
  const driver = name === 'webkit' ? findBrowser('webkit') : undefined;
  return driver ? startWebKit(driver) : startWithPlaywright(name);
}
