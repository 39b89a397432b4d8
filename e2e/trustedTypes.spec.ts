import { expect, type Page, type Site, test } from './support/test.ts';

/** What an injected text would do: it names a vendor that is held, and has a program of its own. */
const INJECTED = `<img src="https://mc.yandex.ru/watch/1" alt=""><img src="x:" alt="" onerror="window.pwned = 1">`;

/** Sinks that take HTML; each is given a plain text. */
const SINKS: Record<string, (html: string) => void> = {
  innerHTML: (html) => {
    document.body.innerHTML = html;
  },
  outerHTML: (html) => {
    (document.body.firstElementChild as Element).outerHTML = html;
  },
  insertAdjacentHTML: (html) => document.body.insertAdjacentHTML('beforeend', html),
  srcdoc: (html) => {
    (document.querySelector('iframe') as HTMLIFrameElement).srcdoc = html;
  },
  'setAttribute of srcdoc': (html) => document.querySelector('iframe')?.setAttribute('srcdoc', html),
  createContextualFragment: (html) => {
    document.body.append(document.createRange().createContextualFragment(html));
  },
  'a worker': () => {
    new Worker('data:text/javascript,postMessage(1)');
  },
};

const POLICY = "require-trusted-types-for 'script'; trusted-types kelisim default";

async function open(page: Page, site: Site, head: string): Promise<void> {
  site.add('/p', `<!doctype html><title>Бет</title>${head}<body><p>Бет</p><iframe title="a"></iframe>`, {
    headers: { 'content-security-policy': POLICY },
  });
  await page.goto(`${site.siteUrl}/p`);
}

/** What became of each sink: the name of the error, or nothing; and whether the injected program ran. */
const tryAll = async (page: Page): Promise<unknown[]> => {
  const ends: unknown[] = [];
  for (const [name, run] of Object.entries(SINKS))
    ends.push([
      name,
      await page.evaluate(
        `(() => { try { (${run})(${JSON.stringify(INJECTED)}) } catch ({ name }) { return name } })()`,
      ),
      await page.evaluate(
        'Promise.resolve(new Image()).then((one) => new Promise((done) => { one.onerror = () => done(window.pwned); one.src = "/none.gif" }))',
      ),
    ]);
  return ends;
};

test('under Trusted Types a text that names a tracker is refused as it is without Kelisim', async ({
  page,
  site,
}) => {
  await open(page, site, '');
  const plain = await tryAll(page);
  expect(plain).toEqual(Object.keys(SINKS).map((name) => [name, 'TypeError', undefined]));
  await open(page, site, 'TAG');
  expect(await tryAll(page)).toEqual(plain);
});

test("a page's own default policy still has its say, and what it approves is filtered", async ({
  page,
  site,
}) => {
  const own = `<script>trustedTypes.createPolicy('default', {
    createHTML: (html) => html.replace(/onerror="[^"]*"/g, ''), createScriptURL: (url) => url })</script>`;
  await page.route(/mc\.yandex\.ru/, (route) => route.abort());
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, site, `TAG${own}`);
  for (const name of ['insertAdjacentHTML', 'innerHTML'])
    await page.evaluate(`(${SINKS[name]})(${JSON.stringify(INJECTED)})`);
  await page.evaluate(
    'new Promise((done) => { const one = new Image(); one.onerror = done; one.src = "/none.gif" })',
  );
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  expect(asked.filter((url) => url.includes('yandex'))).toEqual([]);
});
