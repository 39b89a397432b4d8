import {
  ALL_TRACKERS,
  button,
  call,
  expect,
  type Page,
  phase,
  type Site,
  test,
  WORDS,
} from './support/test.ts';

/** A press that no person makes, as a script of the page or an extension makes it. */
const scriptedPress = (page: Page, selector: string) =>
  page.evaluate((selector) => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot;
    const shown = [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((element) =>
      element.checkVisibility(),
    );
    for (const element of shown) {
      element.click();
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
    return shown.length;
  }, selector);

const openPanel = async (page: Page, site: Site) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.open());
  await expect(page.getByRole('dialog')).toBeVisible();
};

test('a press on accept that no person made grants nothing, and the notice stays', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  expect(await scriptedPress(page, '[data-act=accept]')).toBe(1);
  await phase(page, 'undecided');
  await expect(button(page, WORDS.kk.accept)).toBeVisible();
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
});

test('a tool may refuse for the visitor, by the documented selector', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  expect(await scriptedPress(page, '[data-act=refuse]')).toBe(1);
  await phase(page, 'decided');
  expect(await call(page, (kelisim) => kelisim.record()?.granted)).toEqual({
    purposes: [],
    technologies: [],
    trackers: [],
  });
});

test('in the panel a script can neither switch on, save nor accept, and can switch off, refuse and withdraw', async ({
  page,
  site,
}) => {
  await openPanel(page, site);
  expect(await scriptedPress(page, 'dialog input')).toBeGreaterThan(7);
  for (const each of await page.getByRole('switch').all()) await expect(each).not.toBeChecked();
  for (const act of ['accept', 'save'])
    expect(await scriptedPress(page, `dialog button[value=${act}]`), act).toBe(1);
  await phase(page, 'undecided');
  const pixels = page.getByRole('switch', { name: 'Пиксельдер' });
  await pixels.check();
  await page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot;
    root?.querySelector<HTMLElement>('dialog input:checked')?.click();
  });
  await expect(pixels).not.toBeChecked();
  // What a script paints is not what is saved.
  await page.evaluate(() => {
    const root = document.querySelector('kelisim-consent')?.shadowRoot;
    for (const input of root?.querySelectorAll('input') ?? []) input.checked = true;
  });
  await button(page, 'Таңдауды сақтау').click();
  await phase(page, 'decided');
  expect(await call(page, (kelisim) => kelisim.record()?.granted.technologies)).toEqual([]);
  await call(page, (kelisim) => kelisim.accept());
  await call(page, (kelisim) => kelisim.open());
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await scriptedPress(page, 'dialog button[value=refuse]')).toBe(1);
  await expect.poll(() => call(page, (kelisim) => kelisim.record()?.via)).toBe('refuse');
});

test('withdrawing is open to a script, in the panel and by an element of the page', async ({
  page,
  site,
}) => {
  await openPanel(page, site);
  await button(page, WORDS.kk.accept).last().click();
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  await call(page, (kelisim) => kelisim.open());
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await scriptedPress(page, 'dialog button[value=withdraw]')).toBe(1);
  await expect.poll(() => call(page, (kelisim) => kelisim.record()?.via)).toBe('withdraw');
  await call(page, (kelisim) => kelisim.accept());
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<button id="out" data-kelisim-withdraw>x</button>');
    document.querySelector<HTMLElement>('#out')?.click();
  });
  await expect.poll(() => call(page, (kelisim) => kelisim.record()?.via)).toBe('withdraw');
});

test('a press in a placeholder that no person made shows nothing', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  await call(page, (kelisim) => kelisim.refuse());
  const frame = page.locator('iframe[data-kelisim]').first();
  const inside = page.frameLocator('iframe[data-kelisim]').first();
  await expect(inside.getByRole('button').first()).toBeVisible();
  await frame.evaluate((element: HTMLIFrameElement) => {
    for (const press of element.contentDocument?.querySelectorAll('button') ?? []) press.click();
  });
  await expect(inside.getByRole('button').first()).toBeVisible();
  expect(await frame.getAttribute('src')).toBeNull();
  expect(await call(page, (kelisim) => kelisim.record()?.granted.trackers)).toEqual([]);
});
