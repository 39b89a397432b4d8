import { type Plain, visitPlain } from './support/plain.ts';
import { expect, test } from './support/test.ts';

let plain: Plain | undefined;
test.afterEach(() => plain?.close());

const head = (script: string) =>
  `<!doctype html><html lang="kk"><head>TAG<title>p</title><script>${script}</script></head><body><p>p`;

/** What a page tells of itself. */
const STAND = `const stand = () => [kelisim.state.record?.via ?? 'asked',
  document.querySelector('kelisim-consent').shadowRoot.querySelector('.notice').checkVisibility()].join(' ');`;

const there = (first: string, back: string) =>
  head(`${STAND} ${first}
    addEventListener('pageshow', ({ persisted }) => persisted && later(() => !document.hidden, () => { say('back ' + stand()); ${back} }));
    later(() => document.readyState === 'complete' && document.querySelector('kelisim-consent').shadowRoot.querySelector('.corner'), () => setTimeout(() => { say('left ' + stand()); location.href = '/b' }, 200))`);

test('a page from the back/forward cache knows what was decided meanwhile, and asks no more', async () => {
  const b = head(`kelisim.accept(); addEventListener('load', () => setTimeout(() => history.back()))`);
  plain = await visitPlain({ '/a': there('', ''), '/b': b }, '/a');
  await expect.poll(plain.said, { timeout: 20_000 }).toEqual(['left asked true', 'back api false']);
});

test('a page from the back/forward cache hears other pages again', async () => {
  const off = "Object.defineProperty(window, 'cookieStore', { value: undefined });";
  const follow = `document.body.append(Object.assign(document.createElement('iframe'), { src: '/c' }));
    later(() => kelisim.record()?.via === 'withdraw', () => say('followed'));`;
  const b = head(`kelisim.accept(); addEventListener('load', () => setTimeout(() => history.back()))`);
  const c = head('kelisim.withdraw()');
  plain = await visitPlain({ '/a': there(off, follow), '/b': b, '/c': c }, '/a');
  await expect
    .poll(plain.said, { timeout: 20_000 })
    .toEqual(['left asked true', 'back api false', 'followed']);
});

const AHEAD = `<script type="speculationrules">{ "prerender": [{ "source": "list", "urls": ["/b"], "eagerness": "immediate" }] }</script>`;
const ahead = (script: string) =>
  head(`${STAND} const status = () => document.querySelector('kelisim-consent').shadowRoot.querySelector('[role=status]').textContent;
    if (!document.prerendering) say('not ahead');
    document.addEventListener('prerenderingchange', () => { say('come ' + stand()); later(() => status() || kelisim.state.record, () => say('told ' + !!status())) });
    ${script}`);
/** The page that is made ahead is done with its start. */
const DONE = `later(() => document.querySelector('kelisim-consent').shadowRoot.querySelector('.corner'), () => setTimeout(() => say('made ' + stand() + ' ' + !!status()), 500));`;
/** Goes to that page when the test says so. */
const GO = `const timer = setInterval(async () => {
  if (!/^go/m.test(await (await fetch('/said')).text())) return;
  clearInterval(timer); location.href = '/b';
}, 100);`;

test('a page that is made ahead starts no tracker before the visitor comes to it, and then at once', async () => {
  plain = await visitPlain({ '/a': head(`kelisim.accept(); ${GO}`) + AHEAD, '/b': ahead(DONE) }, '/a');
  await expect.poll(plain.said, { timeout: 20_000 }).toEqual(['made api false false']);
  const pixels = () => plain?.asked().filter((path) => path === '/baspa/px.gif?e=pageview').length;
  expect(pixels()).toBe(1);
  plain.tell('go');
  await expect.poll(pixels).toBe(2);
  expect(plain.said()).toContain('come api false');
});

test('a page that is made ahead shows the notice when the visitor comes to it, and tells of it only then', async () => {
  plain = await visitPlain({ '/a': head(GO) + AHEAD, '/b': ahead(DONE) }, '/a');
  await expect.poll(plain.said, { timeout: 20_000 }).toEqual(['made asked true false']);
  plain.tell('go');
  await expect.poll(plain.said).toEqual(['made asked true false', 'go', 'come asked true', 'told true']);
  expect(plain.asked()).toEqual([]);
});
