import { presets } from '../src/trackers/index.ts';
import type { Preset } from '../src/trackers/preset.ts';
import { EXPECTED } from './support/presets/calls.ts';
import type { Expected } from './support/presets/manner.ts';
import { addPage, answerVendors, everyPreset, NEIGHBOUR, ownNames } from './support/presets/page.ts';
import { expect, type Page, type Site, type Stored, test } from './support/test.ts';

test.use({ files: everyPreset() });

/** One preset on one page. */
interface Scene {
  page: Page;
  site: Site;
  preset: Preset;
  expected: Expected;
  /** Addresses asked for so far, oldest first. */
  asked: string[];
}

/** Makes a decision and waits until all of it is done. */
const decide = (page: Page, act: string) =>
  page.evaluate<{ running: string[]; turn: number }>(
    `new Promise((done) => {
      kelisim.on('decided', ({ running }) => done({ running, turn: standIn.turns }));
      kelisim.${act};
    })`,
  );

const grant = ({ page, preset }: Scene) =>
  decide(
    page,
    `save(${JSON.stringify({
      purposes: [preset.purpose, NEIGHBOUR.purpose],
      technologies: ['cookies', 'pixels', 'localStorage'],
      trackers: [preset.id, NEIGHBOUR.id],
    })})`,
  );

const withdraw = ({ page }: Scene) =>
  decide(
    page,
    `save(${JSON.stringify({
      purposes: [NEIGHBOUR.purpose],
      technologies: ['cookies', 'pixels', 'localStorage'],
      trackers: [NEIGHBOUR.id],
    })})`,
  );

/** Whether an address lies at a host or below it, and below its path where it has one. */
const isAt = (host: string, address: string): boolean =>
  new RegExp(`^https://([^/]+\\.)?${host.replaceAll('.', '\\.')}`).test(address);

/** What the vendor's hosts were asked for after this turn, when everything that was on its way is there. */
async function heard({ page, asked, preset }: Scene, after = 0): Promise<string[]> {
  // Behind all that the page has sent before.
  await page.evaluate(() => fetch('https://last.example/', { mode: 'no-cors' }).then(() => {}));
  return asked.filter((address) => {
    const { searchParams } = new URL(address);
    return (
      preset.hosts.some((host) => isAt(host, address)) &&
      Number(searchParams.get('turn') ?? (after ? 0 : 1)) > after
    );
  });
}

/** What the stand-in has written down; the site's address is always the same. */
const recorded = async ({ page, site }: Scene, what: 'calls' | 'started'): Promise<unknown[]> =>
  JSON.parse(
    (await page.evaluate<string>(`JSON.stringify(standIn.${what})`)).replaceAll(site.siteUrl, 'http://site'),
  );

const calls = (scene: Scene) => recorded(scene, 'calls');

const turns = ({ page }: Scene) => page.evaluate(() => standIn.turns);

/** What the page sees stored when these names and the record are, sorted. */
function storedAs(names: { kind: string; name: string }[]): Stored {
  const of = (wanted: string) =>
    [...new Set(names.filter(({ kind }) => kind === wanted).map(({ name }) => name))].sort();
  return {
    cookies: [...of('cookie'), 'kelisim'].sort(),
    local: of('localStorage'),
    session: of('sessionStorage'),
    databases: of('indexedDB'),
  };
}

/** Stores what no tracker declares, and what the neighbour does. */
const OTHERS = ['own', 'nb'].flatMap((who) => [
  { kind: 'cookie', name: `${who}_id` },
  { kind: 'localStorage', name: `${who}_key` },
  { kind: 'sessionStorage', name: `${who}_tab` },
  { kind: 'indexedDB', name: `${who}-db` },
]);

const storeOthers = () =>
  Promise.all(
    ['own', 'nb'].map((who) => {
      // biome-ignore lint/suspicious/noDocumentCookie: pages write it this way
      document.cookie = `${who}_id=1; path=/`;
      localStorage.setItem(`${who}_key`, '1');
      sessionStorage.setItem(`${who}_tab`, '1');
      const request = indexedDB.open(`${who}-db`);
      return new Promise((resolve) => {
        request.onsuccess = () => resolve(request.result.close());
      });
    }),
  ).then(() => {});

/** Without a yes nothing of it is asked for, there or stored, also where the page itself asks its hosts. */
async function expectNothing(scene: Scene, stored: string[]): Promise<void> {
  const { page, site, expected } = scene;
  const { takes, globals = {}, flags = [] } = expected;
  const paths = [takes.stub?.name, takes.named?.name, takes.named?.queue, takes.methods, takes.wrap?.list];
  const names = [...paths, ...(takes.functions ?? []), ...Object.keys(globals), ...flags, takes.list]
    .map((path) => path?.split('.')[0])
    .filter((name) => name && name !== 'dataLayer') as string[];
  await page.evaluate(() => standIn.report());
  expect(await heard(scene)).toEqual([]);
  expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
  expect(await site.stored(page)).toEqual({ ...storedAs([]), cookies: stored });
}

async function expectRunning(scene: Scene): Promise<void> {
  const { page, site, preset, expected, asked } = scene;
  const { script, markup, globals = {}, found, loaded = [] } = expected;
  const started = markup ? [] : [{ script, found, globals }];
  await expect.poll(() => calls(scene)).toEqual([...found, ...loaded]);
  await expect.poll(() => recorded(scene, 'started')).toEqual(started);
  await expect.poll(() => asked.filter((address) => address === script)).toEqual([script]);
  if (markup === 'iframe') return;
  for (const host of preset.hosts) {
    const ways = async () => (await heard(scene, 1)).filter((address) => isAt(host, address));
    await expect.poll(async () => (await ways()).length).toBeGreaterThan(2);
  }
  await expect.poll(() => site.stored(page)).toEqual(storedAs(ownNames(preset)));
}

async function expectStopped(scene: Scene, { running, turn }: { running: string[]; turn: number }) {
  const { page, site, expected } = scene;
  const { markup, found, loaded = [], stop = [] } = expected;
  expect(running).toEqual([]);
  expect(await calls(scene)).toEqual([...found, ...loaded, ...stop]);
  if (markup === 'iframe') {
    await expect.poll(() => page.frames().map((frame) => frame.url())).not.toContain(expected.script);
    const before = await heard(scene);
    await page.evaluate(() => standIn.report());
    expect(await heard(scene)).toEqual(before);
  } else await expect.poll(() => turns(scene), { timeout: 20_000 }).toBeGreaterThan(turn + 25);
  expect(await heard(scene, turn)).toEqual([]);
  expect(await site.stored(page)).toEqual(storedAs(OTHERS));
  expect(await calls(scene)).toEqual([...found, ...loaded, ...stop]);
}

async function expectResumed(scene: Scene, turn: number): Promise<void> {
  const { expected, asked } = scene;
  const { script, markup, found, loaded = [], stop = [], resume = [] } = expected;
  await expect.poll(() => calls(scene)).toEqual([...found, ...loaded, ...stop, ...resume]);
  const scripts = () => asked.filter((address) => address === script).length;
  await expect.poll(scripts).toBe(markup === 'iframe' ? 2 : 1);
  if (markup !== 'iframe')
    await expect.poll(async () => (await heard(scene, turn)).length).toBeGreaterThan(0);
}

for (const preset of presets)
  test(`${preset.name} starts, stops, is erased and goes on as its vendor says`, async ({ page, site }) => {
    const expected = EXPECTED[preset.id] as Expected;
    await addPage(site, preset, expected);
    const asked = await answerVendors(page, expected);
    const scene: Scene = { page, site, preset, expected, asked };
    await page.goto(`${site.siteUrl}/t/page?iin=1#form`);
    await expectNothing(scene, []);
    await decide(page, 'refuse()');
    // The file that tells vendors has come, and has told tag managers of the refusal.
    await expect.poll(() => page.evaluate('window.dataLayer?.some(({ event }) => event)')).toBe(true);
    await expectNothing(scene, ['kelisim']);
    await grant(scene);
    await expectRunning(scene);
    await page.evaluate(storeOthers);
    const stopped = await withdraw(scene);
    await expectStopped(scene, stopped);
    await grant(scene);
    await expectResumed(scene, await turns(scene));
  });

test('a database that was being opened at the withdrawal is closed and gone', async ({ page, site }) => {
  const preset = presets.find(({ id }) => id === 'adjust') as Preset;
  const expected = EXPECTED.adjust as Expected;
  await addPage(site, preset, expected);
  const asked = await answerVendors(page, expected);
  await page.goto(`${site.siteUrl}/t/page`);
  await grant({ page, site, preset, expected, asked });
  // A page with a stored yes looks once, at its start: no later look does the work of the withdrawal.
  await page.reload();
  const databases = async () => (await site.stored(page)).databases;
  await expect.poll(databases).toEqual(['adjust-sdk1x']);
  await page.evaluate("indexedDB.open('adjust-sdk-late'); kelisim.withdraw()");
  await expect.poll(databases).toEqual([]);
});

test('every preset has its calls written down', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(presets.map(({ id }) => id).sort());
});
