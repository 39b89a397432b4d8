import { expect, isShown, test } from './visitor.ts';

/* Promise 10: Kelisim itself calls no host but the site's own. */

test('notice, settings, policy, language, refusal and receipt ask the site itself and nobody else', async ({
  visitor,
}) => {
  const { press, until, ask, url } = visitor;
  await visitor.meet();
  await press('[data-open=preferences]');
  await until(isShown('dialog [role=switch]'), true);
  await press('dialog [data-locale=ru]');
  await ask("kelisim.open('policy')");
  await until(isShown('dialog article, dialog h3'), true);
  await visitor.engine.type('Escape');
  await until(isShown('[data-act=refuse]'), true);
  await press('[data-act=refuse]');
  await until('kelisim.state.phase', 'decided');
  await ask("kelisim.open('preferences')");
  await until(isShown('dialog a[download]'), true);
  await visitor.settle();
  const asked = await ask<string[]>("performance.getEntriesByType('resource').map(({ name }) => name)");
  for (const part of ['kelisim.js', 'later-', 'preferences-', 'details.kk-', 'details.ru-', 'policy.'])
    expect(asked.filter((name) => name.includes(part))).not.toEqual([]);
  expect(asked.filter((name) => !name.startsWith(url('/')))).toEqual([]);
  expect(visitor.site.requests()).toEqual([]);
});
