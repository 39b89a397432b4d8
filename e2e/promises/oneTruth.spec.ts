import { expect, isShown, test, type Visitor } from './visitor.ts';

/* Promise 7: other tabs, back/forward cache, single-page apps, frames of the site, double inclusion: one truth. */

const decided = (phase: string, via?: string) => [phase, ...(via ? [via] : [])];
const where = '[kelisim.state.phase, kelisim.record()?.via].filter(Boolean)';

/** Leaves the page as a link does, so that the browser may keep it. */
async function follow({ ask, until }: Visitor, how: string, path: string): Promise<void> {
  await ask(`void setTimeout(() => { ${how} })`);
  await until("location.pathname + ' ' + document.readyState", `${path} complete`);
}

test('what one tab decides holds in the other at once, and ends there, too', async ({ visitor }) => {
  const { engine, site, ask, until, url, press } = visitor;
  await visitor.meet();
  await visitor.settle();
  await engine.openTab(url());
  await press('[data-act=accept]');
  await engine.turn(0);
  await until(where, decided('decided', 'accept'));
  await until(isShown('.notice'), false);
  await expect.poll(() => site.heard()).toContain('sanaq');
  await until('typeof sanaq', 'object');
  await engine.turn(1);
  await ask('void kelisim.withdraw()');
  await engine.turn(0);
  await until(where, decided('decided', 'withdraw'));
  await expect.poll(async () => (await site.stored(engine)).cookies).toEqual(['kelisim']);
  site.clear();
  await visitor.settle(9);
  expect(site.requests()).toEqual([]);
});

test('a page that comes back from the browser memory has what was decided meanwhile', async ({ visitor }) => {
  await visitor.meet(
    "<script>addEventListener('pageshow', ({ persisted }) => { window.kept = persisted })</script>",
  );
  await visitor.until(isShown('.notice'), true);
  await visitor.settle();
  visitor.add('/q', '');
  await follow(visitor, "location.href = '/q'", '/q');
  await visitor.press('[data-act=refuse]');
  await visitor.until('kelisim.state.phase', 'decided');
  await follow(visitor, 'history.back()', '/p');
  await visitor.until(where, decided('decided', 'refuse'));
  await visitor.until(isShown('.notice'), false);
  expect(await visitor.ask('window.kept')).toBe(true);
});

test('when an app replaces the body the notice stays and works', async ({ visitor }) => {
  await visitor.meet();
  await visitor.until(isShown('.notice'), true);
  await visitor.ask("document.body.replaceWith(document.createElement('body'))");
  await visitor.until(isShown('.notice'), true);
  await visitor.press('[data-act=accept]');
  await visitor.until(where, decided('decided', 'accept'));
  await expect.poll(() => visitor.site.heard()).toContain('sanaq');
});

test('a frame of the same site obeys what is decided on the page around it', async ({ visitor }) => {
  visitor.add('/frame', '');
  await visitor.meet('<iframe src="/frame" width="600" height="400"></iframe>');
  await visitor.until('frames[0].kelisim?.state?.phase', 'undecided');
  await visitor.press('[data-act=accept]');
  await visitor.until('frames[0].kelisim.state.phase', 'decided');
  await visitor.ask('void kelisim.withdraw()');
  await visitor.until('frames[0].kelisim.record().via', 'withdraw');
});

test('included twice it asks once and starts each tracker once', async ({ visitor }) => {
  await visitor.meet('TAG TAG');
  await visitor.until(isShown('.notice'), true);
  expect(await visitor.ask("document.querySelectorAll('kelisim-consent').length")).toBe(1);
  await visitor.press('[data-act=accept]');
  await expect.poll(() => visitor.site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
  await visitor.settle();
  const files = visitor.site
    .requests()
    .map(({ path }) => path)
    .filter((path) => /\.m?js$/.test(path));
  expect(files.sort()).toEqual(['/izdeu-base.js', '/izdeu-events.js', '/qalqan.mjs', '/sanaq.js']);
});
