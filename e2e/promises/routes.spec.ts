import { expect, isShown, test, type Visitor } from './visitor.ts';

/* Promise 9: on protected routes no optional tracker runs, whatever was accepted. */

async function accept({ meet, press, site }: Visitor): Promise<void> {
  await meet();
  await press('[data-act=accept]');
  await expect.poll(() => site.heard()).toEqual(['baspa', 'izdeu', 'qalqan', 'sanaq']);
}

for (const path of ['/nesie/', '/kabinet/a', '/NESIE/x', '/ru/nesie/'])
  test(`on ${path} nothing runs after everything was accepted`, async ({ visitor }) => {
    await accept(visitor);
    visitor.add(path, '<iframe data-kelisim="korme" data-src="TRACKER/korme/video.html"></iframe>');
    // A page without Kelisim lies between: what the last one sends when it is left does not count.
    visitor.site.add('/between', '<script>beats = 0; setInterval(() => { beats += 1 }, 250)</script>');
    await visitor.engine.go(visitor.url('/between'));
    await visitor.until('beats > 3', true);
    visitor.site.clear();
    await visitor.engine.go(visitor.url(path));
    await visitor.settle();
    expect(visitor.site.requests()).toEqual([]);
    expect(await visitor.ask("[kelisim.state.phase, kelisim.allows('sanaq'), typeof sanaq]")).toEqual([
      'decided',
      false,
      'undefined',
    ]);
  });

test('an app that enters one without a reload stops what runs, and goes on when it leaves', async ({
  visitor,
}) => {
  await accept(visitor);
  await visitor.ask("history.pushState({}, '', '/nesie/form')");
  await visitor.until("kelisim.allows('sanaq')", false);
  await visitor.settle(2);
  visitor.site.clear();
  await visitor.settle(9);
  expect(visitor.site.requests()).toEqual([]);
  await visitor.ask("history.pushState({}, '', '/p')");
  await expect.poll(() => visitor.site.heard()).toContain('sanaq');
  expect(await visitor.ask(isShown('.notice'))).toBe(false);
});
