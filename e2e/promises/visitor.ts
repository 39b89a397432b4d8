import type { PageReply } from '../../demo/serve.ts';
import type { EngineName } from '../support/browser.ts';
import { type Engine, startEngine } from '../support/engine.ts';
import { expect, type Site, test as siteTest } from '../support/test.ts';

/** A visitor of pages that a test makes, in any engine. */
export interface Visitor {
  engine: Engine;
  site: Site;
  /** Address of a path, on a host of this test's own: no engine has anything stored for it. */
  url(path?: string): string;
  /** Adds a page; Kelisim comes first in it, or where `TAG` stands. It counts its own time in `beats`, 250 ms each. */
  add(path: string, body: string, reply?: Omit<PageReply, 'body'>): void;
  /** Adds the page `/p` and comes to it for the first time. */
  meet(body?: string, reply?: Omit<PageReply, 'body'>): Promise<void>;
  /** Value of an expression on the page. */
  ask<Value>(code: string): Promise<Value>;
  /** Waits until an expression on the page has this value. */
  until(code: string, value: unknown): Promise<void>;
  /** A real press on what is shown of ours. */
  press(selector: string): Promise<void>;
  /** Waits until Kelisim has loaded everything that it loads by itself, and then for so many beats. */
  settle(beats?: number): Promise<void>;
}

/** The first element of ours that is shown, as an expression. */
export const shown = (selector: string): string =>
  `[...document.querySelector('kelisim-consent').shadowRoot.querySelectorAll(${JSON.stringify(selector)})].find((one) => one.checkVisibility())`;

/** Whether something of ours is shown, as an expression. */
export const isShown = (selector: string): string => `Boolean(${shown(selector)})`;

/** What a page consists of around what a test is about. */
const pageOf = (body: string): string => {
  const head = body.includes('TAG') ? '' : 'TAG';
  return `<!doctype html><html lang="kk"><head><meta charset="utf-8">${head}<title>Бет</title><link rel="icon" href="data:,">
<script>window.beats = 0; setInterval(() => { beats += 1 }, 250)</script></head><body><h1>Бет</h1>${body}</body></html>`;
};

interface Fixtures {
  visitor: Visitor;
}

let visitors = 0;

function makeVisitor(engine: Engine, site: Site): Visitor {
  const host = `v${process.pid}-${++visitors}.localhost`;
  const visitor: Visitor = {
    engine,
    site,
    url: (path = '/p') => site.siteUrl.replace('localhost', host) + path,
    add: (path, body, reply) => site.add(path, pageOf(body), reply),
    async meet(body = '', reply = {}) {
      visitor.add('/p', body, reply);
      await engine.open(visitor.url());
    },
    ask: (code) => engine.evaluate(code),
    // While a page is being left there is nobody to ask.
    until: (code, value) => expect.poll(() => engine.evaluate(code).catch(String)).toEqual(value),
    press: (selector) => engine.press(shown(selector)),
    async settle(beats = 2) {
      const loaded = `performance.getEntriesByType('resource').some(({ name }) => name.includes('/later-'))`;
      await visitor.until(loaded, true);
      const end = (await visitor.ask<number>('beats')) + beats;
      await expect.poll(() => visitor.ask<number>('beats')).toBeGreaterThanOrEqual(end);
    },
  };
  return visitor;
}

/** `test` in the engine of its project. An engine that does not start fails every test of it. */
export const test = siteTest.extend<Fixtures, { engineName: EngineName; engine: Engine }>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await startEngine(engineName);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker' },
  ],
  visitor: ({ engine, site }, use) => use(makeVisitor(engine, site)),
});

/** The visitor is asked, and no tracker has heard of it or stored anything. */
export async function expectAskedAndSilent({ ask, until, site, engine }: Visitor): Promise<void> {
  await until(isShown('.notice'), true);
  expect(await ask('kelisim.state.phase')).toBe('undecided');
  expect(site.requests()).toEqual([]);
  expect((await engine.cookies()).filter(({ name }) => name !== 'kelisim')).toEqual([]);
}

export { AKSHAMAT, ALL_STORED, ALL_TRACKERS, expect, NOTHING } from '../support/test.ts';
