import { call, expect, notice, type Page, type Site, test } from './support/test.ts';

/** Addresses of trackers in HTML as templates and editors leave it: quotes too many or missing, references to characters. */
const WRITTEN = [
  `<script data-x='it's' src='TRACKER/sanaq.js'></script>`,
  '<script src="http:&#x2F;&#x2F;HOST&#x2F;sanaq.js"></script>',
  '<script src="http&#58;&#47;&#47HOST/sanaq.js"></script>',
  `<iframe title='Don't miss' src='TRACKER/korme/video.html'></iframe>`,
  '<iframe title="24"" src="TRACKER/korme/video.html"></iframe>',
  '<iframe src=http:&#x2F;&#x2F;HOST/korme/video.html></iframe>',
  `<img title='it's' src="TRACKER/baspa/px.gif">`,
  `<img alt=Don't src="TRACKER/baspa/px.gif">`,
  '<img alt="TV 24"" src="TRACKER/baspa/px.gif">',
  '<img alt="a" "b" title = "c>d" src = "TRACKER/baspa/px.gif">',
  '<img data-x="=\'" @click="() => a" src="TRACKER/baspa/px.gif">',
  '<img srcset="http:&#X2f;&#x2F;HOST&#x2F;baspa/px.gif 2x" alt="">',
  '<img\nalt=""\nsrc="TRACKER/baspa/px.gif">',
];

/** Ways of HTML onto a page. */
const WAYS: Record<string, (html: string) => void> = {
  innerHTML: (html) => {
    const place = document.createElement('div');
    place.innerHTML = html;
    document.body.append(place);
  },
  'innerHTML of what stands nowhere': (html) => {
    document.createElement('div').innerHTML = html;
  },
  insertAdjacentHTML: (html) => document.body.insertAdjacentHTML('beforeend', html),
  createContextualFragment: (html) => {
    document.body.append(document.createRange().createContextualFragment(html));
  },
};

const addressed = (site: Site, html: string) =>
  html.replaceAll('TRACKER', site.trackerUrl).replaceAll('HOST', new URL(site.trackerUrl).host);

/** Waits until something that comes later than all before has been asked of the site itself. */
async function untilAsked(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let time = 0; time < 3; time += 1) {
      const picture = new Image();
      picture.src = `/later-${time}.gif`;
      await new Promise((resolve) => {
        picture.onload = picture.onerror = resolve;
      });
    }
  });
}

for (const [way, run] of Object.entries(WAYS))
  test(`by ${way} no tag asks a tracker, however its attributes are quoted or coded`, async ({
    page,
    site,
  }) => {
    await page.goto(site.siteUrl);
    await expect(notice(page)).toBeVisible();
    for (const html of WRITTEN) await page.evaluate(`(${run})(${JSON.stringify(addressed(site, html))})`);
    await untilAsked(page);
    expect(site.requests()).toEqual([]);
    expect(await page.evaluate('typeof sanaq')).toBe('undefined');
  });

test('written into the page while it loads, no tag asks a tracker either, and what is granted comes', async ({
  page,
  site,
}) => {
  const writing = WRITTEN.map(
    (html) => `document.write(${JSON.stringify(addressed(site, html)).replaceAll('</script', '<\\/script')})`,
  );
  site.add(
    '/p',
    `<!doctype html><title>Бет</title>TAG<body><script>${writing.join(';')}</script><h1>Бет</h1>`,
  );
  await page.goto(`${site.siteUrl}/p`);
  await expect(notice(page)).toBeVisible();
  await untilAsked(page);
  expect(site.requests()).toEqual([]);
  expect(await page.evaluate('typeof sanaq')).toBe('undefined');
  await call(page, (kelisim) => kelisim.accept());
  await expect.poll(() => site.heard()).toContain('korme');
  await expect.poll(() => page.evaluate('typeof sanaq')).toBe('object');
});

/** HTML of the site itself that looks like it, which has to arrive as it was written. */
const OWN = [
  '<p title="a=\'b\'">1 = 2, &#x2F; &amp; &#47;</p>',
  '<a href="/a?b=&#47;c">x</a><img alt=Don\'t src="/own.gif">',
  '<code>src="&#x2F;&#x2F;example.com"</code>',
  '<p>a < b, c = "d</p><b>"</b>',
];
test('HTML of the site itself arrives as it was written', async ({ page, site }) => {
  await page.goto(site.siteUrl);
  await expect(notice(page)).toBeVisible();
  const [shown, plain] = await page.evaluate((own) => {
    const place = document.createElement('div');
    const outside = new DOMParser();
    return [
      own.map((html) => {
        place.innerHTML = html;
        return place.innerHTML;
      }),
      own.map((html) => outside.parseFromString(html, 'text/html').body.innerHTML),
    ];
  }, OWN);
  expect(shown).toEqual(plain);
});
