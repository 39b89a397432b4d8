import { createServer } from 'node:http';
import { ALL_STORED, ALL_TRACKERS, expect, isShown, shown, test } from './visitor.ts';

/* Promise 4: what is granted starts at once and in order, without blocking the press; what is not, never does. */

test('a press starts every tracker, and so does the next page', async ({ visitor }) => {
  const { site, engine } = visitor;
  await visitor.engine.open(visitor.url('/'));
  await visitor.press('[data-act=accept]');
  await visitor.until(isShown('.notice'), false);
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
  await expect.poll(() => site.stored(engine)).toEqual(ALL_STORED);
  site.clear();
  await engine.go(visitor.url('/'));
  await expect.poll(() => site.heard()).toEqual(ALL_TRACKERS);
});

test('markup of a tracker runs in its order although the first script is slow, and the press waits for none of it', async ({
  visitor,
}) => {
  let asked = () => {};
  let release = () => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const server = createServer((_, response) => {
    asked();
    release = () => response.writeHead(200, { 'content-type': 'text/javascript' }).end("ran.push('slow')");
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const mark = (attributes: string, code = '') =>
    `<script type="text/plain" data-kelisim="komek" ${attributes}>${code}</script>`;
  visitor.site.add('/t/last.js', "ran.push('last')", { type: 'text/javascript' });
  await visitor.meet(
    `<script>var ran = []</script>${mark(`src="http://127.0.0.1:${port}/slow.js"`)}${mark('', "ran.push('inline')")}${mark('src="/t/last.js"')}`,
  );
  await visitor.press('[data-act=accept]');
  await isAsked;
  expect(await visitor.ask('[kelisim.state.phase, ran]')).toEqual(['decided', []]);
  expect(await visitor.ask(isShown('.notice'))).toBe(false);
  release();
  await visitor.until('ran', ['slow', 'inline', 'last']);
  server.close();
});

test('of what is switched on in the panel only that runs', async ({ visitor }) => {
  await visitor.meet();
  await visitor.press('[data-open=preferences]');
  await visitor.until(isShown('dialog [role=switch]'), true);
  const names = ['Cookie файлдары', 'Пиксельдер', 'Жергілікті қойма', 'Алаяқтықтан қорғау'];
  const named = (name: string) =>
    `[...${shown('dialog')}.querySelectorAll('[role=switch]')].find((one) => (one.ariaLabel ?? one.closest('label').textContent) === '${name}')`;
  for (const name of names) await visitor.engine.press(named(name));
  expect(await visitor.ask(`[${names.map(named).join()}].map((one) => one.checked)`)).toEqual(
    names.map(() => true),
  );
  await visitor.press('dialog button[value=save]');
  await expect.poll(() => visitor.site.heard()).toEqual(['qalqan']);
  await visitor.settle(9);
  expect(visitor.site.heard()).toEqual(['qalqan']);
  expect(await visitor.ask('kelisim.record().granted.purposes')).toEqual(['antifraud']);
});
