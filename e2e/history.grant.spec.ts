import { type Plain, visitPlain } from './support/plain.ts';
import { expect, test } from './support/test.ts';

let plain: Plain;
test.afterEach(() => plain.close());

const html = (tag: string, script: string) =>
  `<!doctype html><html lang="kk"><head>${tag}<title>p</title><script>${script}</script></head><body><p>p
  <script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>`;

const READY = `document.querySelector('kelisim-consent').shadowRoot.querySelector('.corner')`;

/** What the site has stored, by name; by the page's own time after several reports of a tracker. */
const STORED = `const stored = async () => [...document.cookie.split('; ').map((pair) => pair.split('=')[0]),
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(({ name }) => name)].filter(Boolean).sort().join();
  const tellStored = (beats = 0) => later(() => ++beats === 50, async () => say('stored ' + await stored()));`;

/** The page that the browser may keep. It leaves when `settled` is true, and tells how it came back. */
const page = (act: string, settled: string) =>
  html(
    'TAG',
    `${STORED} say('start'); if (kelisim.state.phase === 'undecided') { ${act} }
    const asked = (end) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(end));
    addEventListener('pageshow', ({ persisted }) => {
      const [{ type, notRestoredReasons }] = performance.getEntriesByType('navigation');
      if (persisted || type === 'back_forward') {
        say(persisted ? 'kept' : 'thrown out ' + JSON.stringify(notRestoredReasons));
        tellStored();
      } else later(() => document.readyState === 'complete' && ${READY} && (${settled}), () => { location.href = '/away' });
    });`,
  );

/** The page after it: opens the other tab, and goes back when that one is done. */
const AWAY = html(
  'SAY',
  `say('away'); open('/other', '_blank', 'noopener');
  const timer = setInterval(async () => {
    if (!(await (await fetch('/said')).text()).includes('done')) return;
    clearInterval(timer); history.back();
  }, 100);`,
);

/** The other tab. */
const other = (act: string, settled = 'true') =>
  html('TAG', `${act} later(() => ${READY} && ${settled}, async () => { await say('done'); close(); });`);

const granted = (...trackers: string[]) =>
  `kelisim.save({ purposes: ['analytics', 'marketing', 'support', 'antifraud'],
    technologies: ['cookies', 'pixels', 'localStorage'], trackers: ${JSON.stringify(trackers)} });`;
const RUNNING = granted('sanaq', 'izdeu', 'baspa', 'komek');
/** All of them run, and one has reported twice. */
const RUN = `window.izdeu && document.querySelector('#komek-chat') && asked('/sanaq/px.gif?n=2')`;

/** Waits for the way back to end in the page itself, as the browser kept it. */
async function expectKept() {
  await expect.poll(() => plain.said().join(), { timeout: 20_000 }).toMatch(/kept|thrown out/);
  const back = plain.said().find((text) => /kept|thrown out/.test(text));
  expect(back, 'Chromium must have kept the page, or nothing is tested').toBe('kept');
}
/** What each tracker asks for once, when it starts. */
const STARTS = ['/sanaq.js', '/izdeu-base.js', '/komek.js', '/baspa/px.gif?e=pageview'];
const count = (path: string) => plain.asked().filter((each) => each === path).length;
const ticks = () => plain.asked().filter((path) => path.startsWith('/sanaq/px.gif'));

test('a kept page whose grant another tab has withdrawn comes back silent, with nothing stored, and is not loaded anew', async () => {
  plain = await visitPlain(
    { '/a': page(RUNNING, RUN), '/away': AWAY, '/other': other('kelisim.withdraw();') },
    '/a',
  );
  await expect.poll(plain.said, { timeout: 20_000 }).toContain('done');
  const before = plain.asked();
  await expectKept();
  await expect.poll(() => plain.said().at(-1), { timeout: 20_000 }).toBe('stored kelisim');
  expect(plain.said()).toEqual(['start', 'away', 'done', 'kept', 'stored kelisim']);
  expect(plain.asked()).toEqual(before);
});

test('trackers of a kept page go on when it comes back, and none is started twice', async () => {
  const bystander = html('SAY', "say('done').then(() => close());");
  plain = await visitPlain({ '/a': page(RUNNING, RUN), '/away': AWAY, '/other': bystander }, '/a');
  await expectKept();
  const before = ticks().length;
  await expect.poll(() => ticks().length).toBeGreaterThan(before + 2);
  for (const path of STARTS) expect(count(path), path).toBe(1);
  expect(new Set(ticks()).size).toBe(ticks().length);
  expect(plain.said().filter((text) => text === 'start')).toHaveLength(1);
});

test('a kept page that was still asking starts what another tab has granted, each once', async () => {
  const settled = `document.querySelector('#komek-chat')`;
  plain = await visitPlain(
    { '/a': page('', 'true'), '/away': AWAY, '/other': other(RUNNING, settled) },
    '/a',
  );
  await expectKept();
  for (const path of STARTS) await expect.poll(() => count(path), path).toBe(2);
  await expect.poll(() => plain.said().at(-1), { timeout: 20_000 }).toMatch(/^stored .*sanaq-db/);
  for (const path of STARTS) expect(count(path), path).toBe(2);
});

// Chromium throws a page out whose open database another page deletes.
test('a page whose tracker holds a database that a withdrawal ends comes back silent, kept or not', async () => {
  plain = await visitPlain(
    {
      '/a': page(granted('qalqan'), 'window.qalqan'),
      '/away': AWAY,
      '/other': other('kelisim.withdraw();'),
    },
    '/a',
  );
  await expect.poll(() => plain.said().at(-1), { timeout: 20_000 }).toBe('stored kelisim');
  expect(plain.asked()).toEqual(['/qalqan.mjs', expect.stringMatching('/qalqan/px.gif')]);
});
