import { readdirSync } from 'node:fs';
import { AKSHAMAT, expect, expectAskedAndSilent, isShown, NOTHING, test } from './visitor.ts';

/* Promise 1: before a decision nothing optional is requested, run or stored, and every failure ends there. */

/** Everything on a page that could run. */
const BODY = `<img data-kelisim="baspa" data-src="TRACKER/baspa/px.gif" alt="">
  <script type="text/plain" data-kelisim="komek" src="TRACKER/komek.js"></script>
  <script type="text/plain" data-kelisim="komek">window.ran = true</script>
  <iframe data-kelisim="korme" data-src="TRACKER/korme/video.html"></iframe>
  <script>new Image().src = 'TRACKER/baspa/px.gif'; fetch('TRACKER/sanaq/collect').catch(() => {});
    const made = document.createElement('script'); made.src = 'TRACKER/sanaq.js'; document.body.append(made);</script>`;

/** What a page does before Kelisim is there. */
const before = (code: string) => `<script>${code}</script>TAG${BODY}`;

test('before a choice no tracker is asked or run, nothing is stored, and the visitor is asked', async ({
  visitor,
}) => {
  await visitor.meet(BODY);
  await visitor.settle();
  await visitor.ask('scrollTo(0, 500)');
  await expectAskedAndSilent(visitor);
  expect(await visitor.ask('[typeof sanaq, typeof ran]')).toEqual(['undefined', 'undefined']);
  expect(await visitor.site.stored(visitor.engine)).toEqual(NOTHING);
  expect(await visitor.engine.cookies()).toEqual([]);
});

const FAILURES: Record<string, string> = {
  'the record cookie is rubbish': "document.cookie = 'kelisim=%E0%A4%A'",
  'the record cookie is a forged yes':
    "document.cookie = 'kelisim=1|00112233445566778899|2026-11-28T00:00:00.000Z|2099-01-01T00:00:00.000Z|kk|accept|TGw7Tw|analytics*|cookies*|sanaq*|1'",
  'the record cookie is huge': "document.cookie = 'kelisim=' + 'x'.repeat(3900)",
  'cookies cannot be read or written': `Object.defineProperty(Document.prototype, 'cookie', {
    get() { throw new DOMException('no', 'SecurityError') }, set() { throw new DOMException('no', 'SecurityError') } })`,
  'cookies are ignored': `Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set() {}, configurable: true })`,
  'storage is blocked': `for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, {
    configurable: true, get() { throw new DOMException('no', 'SecurityError') } })`,
  'there is no crypto': "Object.defineProperty(window, 'crypto', { value: undefined })",
  'a listener of the page throws': `for (const name of ['ready', 'notice', 'held'])
    document.addEventListener('kelisim:' + name, () => { throw new Error('of the page') });
    window.kelisim = [['on', 'ready', () => { throw new Error('of the page') }], () => { throw new Error('of the page') }]`,
  'the page has changed Object.prototype': "Object.prototype.extra = 'text'; Array.prototype.extra = 'text'",
};
for (const [what, code] of Object.entries(FAILURES))
  test(`where ${what} nothing runs, and the visitor is asked`, async ({ visitor }) => {
    await visitor.meet(before(code));
    await visitor.settle();
    await expectAskedAndSilent(visitor);
    expect(await visitor.ask('[typeof sanaq, typeof ran]')).toEqual(['undefined', 'undefined']);
  });

const nameOf = (start: string) => readdirSync(AKSHAMAT).find((file) => file.startsWith(start)) as string;

test('where the panel is missing the first layer says so, nothing runs, and a refusal is one press away', async ({
  visitor,
}) => {
  visitor.site.add(`/kelisim/${nameOf('preferences-')}`, '404', { status: 404, type: 'text/plain' });
  await visitor.meet(BODY);
  await visitor.press('[data-open=preferences]');
  await visitor.until(isShown('[role=alert]'), true);
  await expectAskedAndSilent(visitor);
  await visitor.press('[data-act=refuse]');
  await visitor.until('kelisim.state.phase', 'decided');
  expect(visitor.site.requests()).toEqual([]);
});

test('where the file that starts trackers is missing nothing runs, also after a yes', async ({ visitor }) => {
  visitor.site.add(`/kelisim/${nameOf('later-')}`, '404', { status: 404, type: 'text/plain' });
  await visitor.meet(BODY);
  await expectAskedAndSilent(visitor);
  await visitor.press('[data-act=accept]');
  await visitor.until('kelisim.state.phase', 'decided');
  await visitor.until('beats > 8', true);
  expect(visitor.site.requests()).toEqual([]);
  expect(await visitor.site.stored(visitor.engine)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
});
