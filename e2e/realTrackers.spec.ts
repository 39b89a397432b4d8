import { EMPTY, filesFor, type Scene, test, WITH, WITHOUT } from './support/realPage.ts';
import { call, expect, type Page } from './support/test.ts';
import { type Vendor, vendors } from './support/vendors/index.ts';
import {
  beats,
  heardLines,
  inHand,
  normalOf,
  quiet,
  storedNames,
  traces,
  useForLong,
  useThePage,
  without,
} from './support/visit.ts';

/** Five seconds, as heartbeats of 250 ms. */
const FIVE_SECONDS = 20;

const accept = (page: Page) => call(page, (kelisim) => kelisim.accept());

/** Withdraws and goes on with the page at once; resolves to what goes on, when the rest is stopped and erased. */
const withdraw = (page: Page, then = '') =>
  page.evaluate<string[]>(
    `new Promise((done) => {
      kelisim.on('decided', ({ running }) => done(running));
      window.withdrawnAt = performance.now();
      kelisim.withdraw();
      ${then}
    })`,
  );

/** Clarity's own `stop` takes away what its own sending still stands on, with Kelisim and without. */
const OF_CLARITY = "Cannot read properties of null (reading 'sequence')";
const unknown = (thrown: Error[]) => thrown.filter(({ message }) => !message.includes(OF_CLARITY));

/** Uses the page until these libraries have done exactly all that they do. */
async function expectNormal(scene: Scene, of: readonly Vendor[]): Promise<void> {
  await useThePage(scene.page, of);
  let moved = 0;
  const look = async () => {
    const seen = await traces(scene, of);
    for (const { track } of of) await scene.page.evaluate(track);
    // A recorder that came after the first use of the page sends nothing until the visitor moves.
    moved += 5;
    await scene.page.mouse.move(20 + moved, 60);
    return seen;
  };
  await expect.poll(look, { timeout: 30_000 }).toEqual(normalOf(of));
}

/**
 * Nothing was sent since the log was cleared but what was on its way then, and nothing is stored: on this page, and after
 * it was left.
 */
async function expectNothing(scene: Scene, onItsWay: string[] = []): Promise<void> {
  const { page, site, collector } = scene;
  expect(without(heardLines(collector), onItsWay)).toEqual([]);
  collector.clear();
  expect(await storedNames(scene)).toEqual([]);
  await page.goto(site.siteUrl + EMPTY);
  await beats(page, 2);
  expect(heardLines(collector)).toEqual([]);
  expect(await storedNames(scene)).toEqual([]);
}

for (const of of [...vendors.map((vendor) => [vendor]), vendors]) {
  test.describe(of.length > 1 ? 'all libraries on one page' : `${of[0]?.id}`, () => {
    test.beforeEach(({ paste }) => paste(...of));

    test('before consent nothing is sent or stored, and the page that uses it meets no error', async ({
      scene,
      errors,
    }) => {
      const { page, site } = scene;
      await page.goto(site.siteUrl + WITH);
      await useThePage(page, of);
      const heldOf = async () =>
        (await call(page, (kelisim) => kelisim.held())).map(({ tracker }) => tracker);
      await expect.poll(heldOf).toEqual(expect.arrayContaining(of.map(({ id }) => id)));
      await beats(page, 2);
      await expectNothing(scene);
      expect(errors).toEqual({ thrown: [], logged: [] });
    });

    test('after consent all is sent and stored as on the page without Kelisim', async ({
      scene,
      plain,
      errors,
      browser,
    }) => {
      const visit = async (one: Scene, path: string) => {
        await one.page.goto(one.site.siteUrl + path);
        if (path === WITH) await accept(one.page);
        await expectNormal(one, of);
        await one.page.goto(one.site.siteUrl + EMPTY);
        await beats(one.page, 1);
        expect((await traces(one, of)).requests).toEqual(normalOf(of).requests);
      };
      const other = await browser.newPage();
      await Promise.all([visit({ ...scene, page: other, collector: plain }, WITHOUT), visit(scene, WITH)]);
      await other.close();
      expect(errors).toEqual({ thrown: [], logged: [] });
    });
  });
}

for (const vendor of vendors)
  test(`${vendor.id} is silent from the moment it is withdrawn, leaves nothing, and comes back with the next page`, async ({
    scene,
    paste,
    errors,
  }) => {
    const { page, site, collector } = scene;
    paste(vendor);
    await page.goto(site.siteUrl + WITH);
    await accept(page);
    await expectNormal(scene, [vendor]);
    await quiet(scene);
    await page.evaluate('window.mark = "same page"; window.clearedAt = performance.now()');
    collector.clear();
    expect(await withdraw(page, vendor.track)).toEqual([]);
    await useForLong(page, [vendor], FIVE_SECONDS);
    expect(await page.evaluate('window.mark')).toBe('same page');
    await expectNothing(scene, await inHand(page));
    expect(unknown(errors.thrown)).toEqual([]);
    await page.goto(site.siteUrl + WITH);
    await accept(page);
    await expectNormal(scene, [vendor]);
  });

test('all libraries are silent when they are withdrawn in the middle of their work', async ({
  scene,
  paste,
  errors,
}) => {
  const { page, site, collector } = scene;
  paste(...vendors);
  await page.goto(site.siteUrl + WITH);
  await accept(page);
  await expectNormal(scene, vendors);
  await useThePage(page, vendors);
  expect(await withdraw(page)).toEqual([]);
  // What the network had in hand at that moment arrives within a heartbeat.
  await beats(page, 1);
  collector.clear();
  await useForLong(page, vendors, FIVE_SECONDS);
  await expectNothing(scene);
  expect(unknown(errors.thrown)).toEqual([]);
});

test('accepted again on the same page, none is still opted out by what it wrote while it was withdrawn', async ({
  scene,
  paste,
}) => {
  const { page, site, collector } = scene;
  paste(...vendors);
  await page.goto(site.siteUrl + WITH);
  await accept(page);
  await expectNormal(scene, vendors);
  await withdraw(page);
  await useThePage(page, vendors);
  await accept(page);
  await beats(page, 2);
  collector.clear();
  await page.goto(site.siteUrl + WITH);
  await useThePage(page, vendors);
  const requests = async () => {
    for (const { track } of vendors) await page.evaluate(track);
    return (await traces(scene, vendors)).requests;
  };
  await expect.poll(requests, { timeout: 20_000 }).toEqual(normalOf(vendors).requests);
});

test('with cookies refused, only the library that uses none runs', async ({ scene, paste }) => {
  const { page, site, collector } = scene;
  const [free, ...others] = vendors.filter(({ tracker }) => !tracker.uses.includes('cookies'));
  expect([free?.id, ...others]).toEqual(['countly']);
  paste(...vendors);
  await page.goto(site.siteUrl + WITH);
  await call(page, (kelisim) =>
    kelisim.save({
      purposes: ['analytics'],
      technologies: ['pixels', 'localStorage'],
      trackers: ['posthog', 'mixpanel', 'countly', 'clarity', 'amplitude', 'snowplow'],
    }),
  );
  await useThePage(page, vendors);
  await expect.poll(() => traces(scene, vendors), { timeout: 20_000 }).toEqual(free?.normal);
  await beats(page, 2);
  expect(new Set(collector.heard().map(({ vendor }) => vendor))).toEqual(new Set(['countly']));
});

test.describe('where only declared names and hosts are let through', () => {
  test.use({ files: filesFor('strict') });

  test('all libraries work after consent, too', async ({ scene, paste, errors }) => {
    paste(...vendors);
    await scene.page.goto(scene.site.siteUrl + WITH);
    await accept(scene.page);
    await expectNormal(scene, vendors);
    expect(errors).toEqual({ thrown: [], logged: [] });
  });
});
