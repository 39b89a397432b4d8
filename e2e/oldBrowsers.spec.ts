import {
  ALL_TRACKERS,
  button,
  expect,
  notice,
  ourWarnings,
  type Page,
  phase,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

/**
 * Takes away what Chrome 87, Safari 14.1 or Firefox 90 do not have, as far as a page can: it runs before everything else.
 * Their own sheets, which a page cannot take away, are put right in `asOld`.
 */
const FORGET = `{
  const forget = (owner, names) => { for (const name of names.split(' ')) delete owner[name]; };
  forget(window, 'HTMLDialogElement BroadcastChannel trustedTypes structuredClone cookieStore navigation fetchLater PopoverEvent ToggleEvent CloseWatcher Sanitizer');
  forget(Document.prototype, 'adoptedStyleSheets startViewTransition hasStorageAccess');
  forget(ShadowRoot.prototype, 'adoptedStyleSheets setHTMLUnsafe');
  forget(CSSStyleSheet.prototype, 'replaceSync replace');
  forget(HTMLElement.prototype, 'popover togglePopover showPopover hidePopover inert');
  forget(Element.prototype, 'setHTMLUnsafe checkVisibility moveBefore');
  forget(Array.prototype, 'at findLast findLastIndex toSorted toSpliced with toReversed group');
  forget(String.prototype, 'at isWellFormed');
  forget(Object, 'hasOwn groupBy');
  forget(AbortSignal, 'timeout any abort');
  forget(Crypto.prototype, 'randomUUID');
  forget(Navigator.prototype, 'locks');
  forget(Performance.prototype, 'timeOrigin');
  forget(IDBFactory.prototype, 'databases');
  forget(SubmitEvent.prototype, 'submitter');
  const { createElement } = document;
  Document.prototype.createElement = function (name, ...rest) {
    const element = createElement.call(this, name, ...rest);
    if (name === 'dialog') for (const method of ['show', 'showModal', 'close']) element[method] = undefined;
    return element;
  };
}`;

/** In them `[popover]` is not hidden and `dialog` is no box of its own; what our sheets say comes after this. */
const PLAIN = '[popover]{display:block}dialog{display:inline;position:static;inset:auto}';

/** `kelisim.js` with that sheet in front of ours. */
const asOld = (page: Page) =>
  page.route('**/kelisim/kelisim.js', async (route) => {
    const script = await (await route.fetch()).text();
    expect(script.match(/css:":host/g)).toHaveLength(1);
    await route.fulfill({
      body: script.replace('css:":host', `css:"${PLAIN}:host`),
      contentType: 'text/javascript',
    });
  });

/**
 * Opens a page with all kinds of trackers in such a browser. Returns uncaught errors so far and to come, without those
 * of the trackers, whose own scripts are not made for it.
 */
async function visit(page: Page, site: Site): Promise<string[]> {
  const errors: string[] = [];
  page.on('pageerror', ({ message, stack = '' }) => {
    if (!stack.includes(site.trackerUrl)) errors.push(message);
  });
  await page.addInitScript({ content: FORGET });
  await asOld(page);
  site.add(
    '/p',
    `<!doctype html><html lang="kk"><head>TAG<title>p</title></head><body style="min-height:300vh"><p id="page">p</p>
    <button data-kelisim-open="preferences">open</button>
    <script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>
    <iframe data-kelisim="korme" data-src="TRACKER/korme/video.html"></iframe>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  return errors;
}

test('in the oldest browsers the notice is shown and fixed, and a refusal ends it', async ({
  page,
  site,
  warnings,
}) => {
  const errors = await visit(page, site);
  await expect(notice(page)).toBeVisible();
  await page.mouse.wheel(0, 900);
  await expect(notice(page)).toBeInViewport({ ratio: 1 });
  await button(page, WORDS.kk.refuse).click();
  await phase(page, 'decided');
  await expect(notice(page)).toBeHidden();
  await expect(button(page, 'Cookie')).toBeVisible();
  expect(site.requests()).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(errors).toEqual([]);
  expect(ourWarnings(warnings)).toEqual([]);
});

test('in the oldest browsers accepting starts every tracker, and withdrawing silences it', async ({
  page,
  site,
}) => {
  const errors = await visit(page, site);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard().filter(Boolean)).toEqual(ALL_TRACKERS);
  await button(page, 'Cookie').click();
  await page.locator('kelisim-consent').getByRole('button', { name: 'Келісімді кері қайтарып алу' }).click();
  await phase(page, 'decided');
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /^_/.test(key))))
    .toEqual([]);
  expect(await page.evaluate(() => document.cookie)).not.toMatch(/_sq_|_iz_/);
  expect(errors).toEqual([]);
});

test('where dialogs cannot be modal the panel lies over page and notice, decides and is closed', async ({
  page,
  site,
}) => {
  const errors = await visit(page, site);
  await page.mouse.wheel(0, 900);
  await page.locator('kelisim-consent').getByRole('button', { name: WORDS.kk.preferences }).click();
  const panel = page.locator('kelisim-consent').locator('dialog');
  await expect(panel.getByRole('heading', { name: 'Құпиялылық баптаулары' })).toBeFocused();
  await expect(panel.getByRole('button', { name: WORDS.kk.accept })).toBeInViewport();
  const covered = await panel.evaluate((dialog: HTMLElement) => {
    const { left, right, top, bottom, width } = dialog.getBoundingClientRect();
    const spots = [0.02, 0.5, 0.98].flatMap((x) =>
      [0.02, 0.5, 0.98].map((y) => [left + x * (right - left), top + y * (bottom - top)]),
    );
    const root = dialog.getRootNode() as ShadowRoot;
    return {
      width,
      modal: dialog.matches(':modal'),
      all: spots.every(([x = 0, y = 0]) => dialog.contains(root.elementFromPoint(x, y))),
    };
  });
  expect(covered).toEqual({ width: expect.any(Number), modal: false, all: true });
  expect(covered.width).toBeGreaterThan(400);
  await panel.getByRole('button', { name: 'Жабу' }).click();
  await expect(panel).toBeHidden();
  await expect(notice(page)).toBeVisible();
  await page.getByRole('button', { name: 'open' }).click({ force: true });
  await panel.getByRole('button', { name: WORDS.kk.refuse }).click();
  await expect(panel).toBeHidden();
  await phase(page, 'decided');
  expect(site.requests()).toEqual([]);
  expect(errors).toEqual([]);
});

test('a worker of the site works where there is no BroadcastChannel, and reaches no tracker', async ({
  page,
  site,
}) => {
  // A worker's own window is out of reach: what is put in front of its text is not.
  await page.addInitScript(() => {
    window.Blob = class extends Blob {
      constructor(parts: BlobPart[] = [], options?: BlobPropertyBag) {
        super(['delete self.BroadcastChannel;', ...parts], options);
      }
    };
  });
  await visit(page, site);
  const say = await page.evaluate(async (tracker) => {
    const text = `fetch('${tracker}/sanaq/c', { mode: 'no-cors' }).catch(() => {}).then(() => postMessage('works'))`;
    const worker = new Worker(URL.createObjectURL(new Blob([text])));
    return new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => resolve(message);
    });
  }, site.trackerUrl);
  expect(say).toBe('works');
  expect(site.requests()).toEqual([]);
});
