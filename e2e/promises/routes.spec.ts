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
    await visitor.engine.go(visitor.url(path));
    await visitor.settle(0);
    visitor.site.clear();
    await visitor.settle(9);
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
