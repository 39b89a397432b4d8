import { ALL_STORED, ALL_TRACKERS, expect, isShown, NOTHING, test, type Visitor } from './visitor.ts';

/* Promise 5: withdrawing takes no more presses than accepting; no reload, no further request, nothing stored is left. */

const PAGE = `<button data-kelisim-withdraw>Келісімді қайтарып алу</button>
  <script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>
  <iframe data-kelisim="korme" data-src="TRACKER/korme/video.html"></iframe>`;

/** Accepts with one press, and waits until everything runs and has stored. */
async function acceptAll({ engine, site, press, meet, ask }: Visitor): Promise<void> {
  await meet(PAGE);
  await press('[data-act=accept]');
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  await expect.poll(() => site.stored(engine)).toEqual(ALL_STORED);
  await ask('window.samePage = true');
}

/** Nothing is stored, comes back or is sent while the trackers would have reported twice. */
async function expectGone({ engine, site, settle, ask }: Visitor): Promise<void> {
  const left = { ...NOTHING, cookies: ['kelisim'] };
  await expect.poll(() => site.stored(engine)).toEqual(left);
  site.clear();
  await settle(9);
  expect(site.requests()).toEqual([]);
  expect(await site.stored(engine)).toEqual(left);
  expect(await ask('[window.samePage, kelisim.record().via]')).toEqual([true, 'withdraw']);
}

test('one press on the page ends every tracker and erases what it stored', async ({ visitor }) => {
  await acceptAll(visitor);
  await visitor.engine.press("document.querySelector('[data-kelisim-withdraw]')");
  await expectGone(visitor);
});

test('so does the settings panel, and what is accepted again runs again', async ({ visitor }) => {
  await acceptAll(visitor);
  await visitor.ask("kelisim.open('preferences')");
  await visitor.until(isShown('dialog button[value=withdraw]'), true);
  await visitor.press('dialog button[value=withdraw]');
  await expectGone(visitor);
  await visitor.ask('void kelisim.accept()');
  await expect.poll(() => visitor.site.heard()).toContain('sanaq');
});

test('a tracker that the page itself has brought is cut off, too', async ({ visitor }) => {
  await acceptAll(visitor);
  const { trackerUrl } = visitor.site;
  await visitor.ask(
    `void setInterval(() => { fetch('${trackerUrl}/sanaq/own').catch(() => {}); new Image().src = '${trackerUrl}/baspa/px.gif?own' }, 100)`,
  );
  const own = () => visitor.site.requests().filter(({ path }) => path.includes('own')).length;
  await expect.poll(own).toBeGreaterThan(3);
  await visitor.ask('void kelisim.withdraw()');
  await expectGone(visitor);
});
