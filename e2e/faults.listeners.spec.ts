import { expectAskedAndSilent, visit } from './support/faultPage.ts';
import { button, call, expect, notice, test, WORDS } from './support/test.ts';

/** How long a listener keeps the page busy, in ms. */
const BUSY = 300;

/** A listener that does not return for a while. */
const HANG = `() => { heard.push('hung'); const end = performance.now() + ${BUSY}; while (performance.now() < end); }`;
const BOOM = "() => { heard.push('threw'); throw new Error('of a listener') }";

const WAYS: Record<string, (listener: string) => string> = {
  'the document': (listener) =>
    `for (const name of ['ready', 'notice', 'decided']) document.addEventListener('kelisim:' + name, ${listener});`,
  'the queue before the tag': (listener) =>
    `window.kelisim = ['ready', 'notice', 'decided'].map((name) => ['on', name, ${listener}]);`,
};
const STARTED = ['baspa', 'izdeu', 'komek', 'korme', 'qalqan', 'sanaq'];

for (const [where, listen] of Object.entries(WAYS))
  test(`with a listener on ${where} that hangs for a while the record is written, the trackers start, the press is answered`, async ({
    page,
    site,
  }) => {
    const errors = await visit(page, site, { before: `var heard = []; ${listen(HANG)}` });
    await expectAskedAndSilent(page, site);
    await page.evaluate("kelisim.on('decided', () => heard.push('the other'))");
    await page.evaluate('heard.length = 0');
    await button(page, WORDS.kk.accept).click();
    // The first question that the page answers after the press: all is there already.
    expect(
      await page.evaluate('[kelisim.record()?.via, /kelisim=1/.test(document.cookie), ...heard]'),
    ).toEqual(['accept', true, 'hung', 'the other']);
    await expect(notice(page)).toBeHidden();
    await expect.poll(() => site.heard()).toEqual(STARTED);
    await call(page, (kelisim) => kelisim.withdraw());
    await expect.poll(() => page.evaluate('heard')).toEqual(['hung', 'the other', 'hung', 'the other']);
    await expect.poll(async () => (await site.stored(page)).databases).toEqual([]);
    expect(errors).toEqual([]);
  });

test('when a listener is told, the press is answered, the record is written, and what was withdrawn is stopped', async ({
  page,
  site,
}) => {
  await visit(page, site, { before: 'var heard = [];' });
  await page.evaluate(`document.addEventListener('kelisim:decided', () => heard.push([kelisim.record().via,
    document.querySelector('kelisim-consent').shadowRoot.querySelector('.notice').checkVisibility(), !!window.izdeuDisabled]))`);
  await page.evaluate(`kelisim.on('decided', ${HANG})`);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(STARTED);
  await page.waitForFunction('window.izdeu');
  await call(page, (kelisim) => kelisim.withdraw());
  await expect
    .poll(() => page.evaluate('heard'))
    .toEqual([['accept', false, false], 'hung', ['withdraw', false, true], 'hung']);
});

for (const [where, listen] of Object.entries(WAYS))
  test(`with a listener on ${where} that throws the others are told, the record is written, the trackers start`, async ({
    page,
    site,
  }) => {
    const errors = await visit(page, site, { before: `var heard = []; ${listen(BOOM)}` });
    await expectAskedAndSilent(page, site);
    await page.evaluate("heard.length = 0; kelisim.on('decided', () => heard.push('the other'))");
    await button(page, WORDS.kk.accept).click();
    await expect.poll(() => page.evaluate('heard')).toEqual(['threw', 'the other']);
    await expect.poll(() => site.heard()).toEqual(STARTED);
    expect(await call(page, (kelisim) => kelisim.record()?.via)).toBe('accept');
    await call(page, (kelisim) => kelisim.withdraw());
    await expect.poll(async () => (await site.stored(page)).cookies).toEqual(['kelisim']);
    expect([...new Set(errors.map(({ message }) => message))]).toEqual(['of a listener']);
  });
