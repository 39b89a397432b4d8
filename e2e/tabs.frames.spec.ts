import { button, call, expect, notice, test, WORDS } from './support/test.ts';

const PAGE = '<!doctype html><html lang="kk"><head>TAG<title>p</title></head><body><p>p';

test('a frame of the same site shows no second notice and obeys the page around it', async ({
  page,
  site,
}) => {
  site.add('/p', PAGE);
  site.add('/top', `${PAGE}<iframe src="/p" name="inner"></iframe>`);
  await page.goto(`${site.siteUrl}/top`);
  await expect(page.locator('kelisim-consent .corner')).toHaveCount(1);
  const frame = page.frame('inner');
  const inner = <Result>(code: string) => frame?.evaluate<Result>(code);
  const SHOWN =
    "document.querySelector('kelisim-consent').shadowRoot.querySelectorAll('[popover]:popover-open').length";
  await expect(notice(page)).toBeVisible();
  await expect.poll(() => inner('kelisim.state.phase')).toBe('undecided');
  expect(await inner(SHOWN)).toBe(0);
  await button(page, WORDS.kk.accept).click();
  await expect.poll(() => inner("kelisim.allows('sanaq')")).toBe(true);
  await call(page, (kelisim) => kelisim.withdraw());
  await expect.poll(() => inner("kelisim.allows('sanaq')")).toBe(false);
  expect(await inner(SHOWN)).toBe(0);
});

test('a frame asks where the page around it is of the same site and its own Kelisim never came', async ({
  page,
  site,
}) => {
  site.add('/p', PAGE);
  site.add(
    '/top',
    '<!doctype html><script>window.kelisim = []</script><iframe src="/p" name="inner" width="900" height="600"></iframe>',
  );
  await page.goto(`${site.siteUrl}/top`);
  const inner = page.frameLocator('iframe').locator('kelisim-consent');
  await expect(inner.getByRole('button', { name: WORDS.kk.accept })).toBeVisible();
  await inner.getByRole('button', { name: WORDS.kk.refuse }).click();
  await expect(inner.getByRole('button', { name: 'Cookie' })).toBeVisible();
  expect(site.requests()).toEqual([]);
});

test('a frame in a page of another site asks for itself, and nothing runs there', async ({ page, site }) => {
  const { port } = new URL(site.siteUrl);
  site.add('/p', PAGE);
  site.add(
    '/top',
    `<!doctype html><iframe src="${site.siteUrl}/p" name="inner" width="900" height="600"></iframe>`,
  );
  await page.goto(`http://www.akshamat.kz:${port}/top`);
  const inner = page.frameLocator('iframe').locator('kelisim-consent');
  await inner.getByRole('button', { name: WORDS.kk.accept }).click();
  await expect(inner.getByRole('alert')).toBeVisible();
  expect(await page.frame('inner')?.evaluate('kelisim.state.phase')).toBe('undecided');
  expect(site.requests()).toEqual([]);
});
