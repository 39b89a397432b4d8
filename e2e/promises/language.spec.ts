import { expect, isShown, shown, test } from './visitor.ts';

/* Promise 3: Kazakh comes first and is never missing; same letter size; switching is instant. */

const WORDS = { kk: 'Барлығынан бас тарту', ru: 'Отклонить все' };
const refuse = `${shown('[data-act=refuse]')}?.textContent`;

/** Sizes of the letters of everything that is shown. */
const SIZES = `(() => {
  const texts = document.createTreeWalker(${shown('.notice')}, NodeFilter.SHOW_TEXT);
  const sizes = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (element.checkVisibility()) sizes.add(element.localName + ' ' + getComputedStyle(element).fontSize);
  }
  return [...sizes].sort();
})()`;

test('the first words are Kazakh, and its button stands before the Russian one', async ({ visitor }) => {
  await visitor.meet();
  await visitor.until(refuse, WORDS.kk);
  const buttons = `[...document.querySelector('kelisim-consent').shadowRoot.querySelectorAll('.lang button')].filter((one) => one.checkVisibility()).map((one) => one.lang)`;
  expect(await visitor.ask(buttons)).toEqual(['kk', 'ru']);
});

test('a press switches within itself, asks the network nothing, and both have letters of the same size', async ({
  visitor,
}) => {
  await visitor.meet();
  await visitor.until(refuse, WORDS.kk);
  const kazakh = await visitor.ask<string[]>(SIZES);
  expect(kazakh.length).toBeGreaterThan(2);
  await visitor.settle();
  const loaded = "performance.getEntriesByType('resource').length";
  const before = await visitor.ask<number>(loaded);
  await visitor.press('[data-locale=ru]');
  expect(await visitor.ask(refuse)).toBe(WORDS.ru);
  expect(await visitor.ask(SIZES)).toEqual(kazakh);
  await visitor.press('[data-locale=kk]');
  expect(await visitor.ask(refuse)).toBe(WORDS.kk);
  expect(await visitor.ask(loaded)).toBe(before);
  expect(await visitor.ask('kelisim.state.phase')).toBe('undecided');
});

test('the chosen language is kept for the next page, and the panel speaks it, too', async ({ visitor }) => {
  await visitor.meet();
  await visitor.press('[data-locale=ru]');
  visitor.add('/q', '');
  await visitor.engine.go(visitor.url('/q'));
  await visitor.until(refuse, WORDS.ru);
  await visitor.press('[data-open=preferences]');
  await visitor.until(isShown('dialog [role=switch]'), true);
  expect(await visitor.ask(`${shown('dialog')}.lang`)).toBe('ru');
});
