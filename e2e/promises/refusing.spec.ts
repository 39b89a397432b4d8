import { expect, expectAskedAndSilent, isShown, NOTHING, shown, test } from './visitor.ts';

/* Promise 2: refusing is as easy as accepting, nothing but a yes is one, nothing is pre-ticked, there is no wall. */

test('accept and refuse are equal in size and in every style', async ({ visitor }) => {
  await visitor.meet();
  const [accept, refuse] = ['accept', 'refuse'].map((act) => shown(`[data-act=${act}]`));
  await visitor.until(`Boolean(${accept})`, true);
  const look = (element = '') =>
    visitor.ask<object>(`(() => {
      const { width, height } = ${element}.getBoundingClientRect();
      const style = getComputedStyle(${element});
      const styles = [...style].map((name) => [name, style.getPropertyValue(name)]);
      return { ...Object.fromEntries(styles), box: [width, height].map(Math.round) };
    })()`);
  const first = await look(accept);
  expect(Object.keys(first).length).toBeGreaterThan(100);
  expect(await look(refuse)).toEqual(first);
});

test('one press refuses: nothing runs then, on the next page neither, and nobody asks again', async ({
  visitor,
}) => {
  await visitor.meet();
  await visitor.press('[data-act=refuse]');
  await visitor.until('kelisim.state.phase', 'decided');
  await visitor.until(isShown('.notice'), false);
  visitor.add('/q', '');
  await visitor.engine.go(visitor.url('/q'));
  await visitor.settle();
  expect(await visitor.ask('[kelisim.record().via, kelisim.record().granted]')).toEqual([
    'refuse',
    { purposes: [], technologies: [], trackers: [] },
  ]);
  expect(await visitor.ask(isShown('.notice'))).toBe(false);
  expect(visitor.site.requests()).toEqual([]);
  expect(await visitor.site.stored(visitor.engine)).toEqual({ ...NOTHING, cookies: ['kelisim'] });
});

test('Escape, scrolling, a press on the page, a closed panel and leaving are no yes', async ({ visitor }) => {
  await visitor.meet(
    '<button id="own" onclick="this.pressed = true">Есептеу</button><p style="height: 3000px">',
  );
  await visitor.until(isShown('.notice'), true);
  await visitor.engine.type('Escape');
  await visitor.ask('scrollTo(0, 2000)');
  await visitor.ask('scrollTo(0, 0)');
  await visitor.engine.press("document.querySelector('#own')");
  expect(await visitor.ask("document.querySelector('#own').pressed")).toBe(true);
  await expectAskedAndSilent(visitor);
  await visitor.press('[data-open=preferences]');
  await visitor.until(isShown('dialog'), true);
  await visitor.engine.type('Escape');
  await visitor.until(isShown('dialog'), false);
  await expectAskedAndSilent(visitor);
  visitor.add('/q', '');
  await visitor.engine.go(visitor.url('/q'));
  await visitor.settle();
  await expectAskedAndSilent(visitor);
});

test('in the panel nothing is switched on beforehand', async ({ visitor }) => {
  await visitor.meet();
  await visitor.press('[data-open=preferences]');
  await visitor.until(isShown('dialog [role=switch]'), true);
  const switches = `[...document.querySelector('kelisim-consent').shadowRoot.querySelectorAll('[role=switch]')]`;
  expect(await visitor.ask(`${switches}.length`)).toBeGreaterThan(8);
  expect(await visitor.ask(`${switches}.filter((one) => one.checked).length`)).toBe(0);
});

test('a press that no person made is no yes', async ({ visitor }) => {
  await visitor.meet();
  await visitor.until(isShown('.notice'), true);
  await visitor.ask(`${shown('[data-act=accept]')}.click()`);
  await visitor.settle();
  await expectAskedAndSilent(visitor);
});
