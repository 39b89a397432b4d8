import { expect, isShown, shown, test, type Visitor } from './visitor.ts';

/* Promise 8: it works under strict policies, in hostile style sheets, on the smallest screens and by keyboard. */

/** What the page's policy has refused, as long as it is not a tracker's. */
const WATCH = `<script nonce="x">window.refused = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => refused.push(violatedDirective + ' ' + blockedURI))</script>`;

/** Reads panel and policy, accepts there, and withdraws. */
async function useAll({ press, until, site }: Visitor): Promise<void> {
  await press('[data-open=preferences]');
  await until(isShown('dialog [role=switch]'), true);
  await press('dialog button[value=accept]');
  await expect.poll(() => site.heard()).toContain('qalqan');
  await until('kelisim.state.phase', 'decided');
  await press('[data-open]');
  await until(isShown('dialog button[value=withdraw]'), true);
  await press('dialog button[value=withdraw]');
  await until('kelisim.record().via', 'withdraw');
}

const POLICIES: Record<string, string> = {
  'nonce and strict-dynamic':
    "default-src 'none'; script-src 'nonce-x' 'strict-dynamic'; style-src 'self'; connect-src *; img-src * data:; base-uri 'none'; form-action 'none'",
  'Trusted Types': "require-trusted-types-for 'script'; trusted-types kelisim",
};
for (const [name, policy] of Object.entries(POLICIES))
  test(`under a policy with ${name} all of it works and nothing of ours is refused`, async ({ visitor }) => {
    visitor.site.add(
      '/p',
      `<!doctype html><html lang="kk"><head>${WATCH}<script nonce="x" src="/kelisim/kelisim.js"></script><title>Бет</title></head><body><h1>Бет</h1></body></html>`,
      { headers: { 'content-security-policy': policy } },
    );
    await visitor.engine.open(visitor.url());
    await visitor.until(isShown('.notice'), true);
    await useAll(visitor);
    const refused = await visitor.ask<string[]>('refused');
    expect(refused.filter((line) => !line.includes(visitor.site.trackerUrl))).toEqual([]);
  });

/** Place, size and colours of everything that is shown. */
const LOOKS = `[...${shown('.notice')}.querySelectorAll('*')].filter((one) => one.checkVisibility()).map((one) => {
  const { left, top, width, height } = one.getBoundingClientRect();
  const { color, backgroundColor, fontSize, direction, textTransform } = getComputedStyle(one);
  return [one.localName, ...[left, top, width, height].map(Math.round), color, backgroundColor, fontSize, direction, textTransform].join(' ');
})`;

/** A scroll bar takes its room from the notice, so both pages have one. */
const BAR = '<style>html { overflow: scroll !important }</style>';

const HOSTILE: Record<string, string> = {
  'hides and shrinks everything':
    ':not(html) { all: unset !important; display: none !important; font-size: 3px !important; color: transparent !important }',
  'dresses its buttons':
    'button, p, h2, dialog, section { all: initial !important; width: 1px !important; padding: 90px !important; background: red !important }',
  'spoils inherited text':
    'html { text-transform: uppercase !important; letter-spacing: 2em !important; line-height: 9 !important; writing-mode: vertical-rl !important; text-align: right !important; color: red; font: 40px serif }',
  'covers everything': 'h1 { position: fixed; inset: 0; z-index: 2147483647; background: red }',
};
for (const [what, css] of Object.entries(HOSTILE))
  test(`on a page whose style sheet ${what} the notice looks the same and can be pressed`, async ({
    visitor,
  }) => {
    await visitor.meet(BAR);
    await visitor.until(isShown('.notice'), true);
    const plain = await visitor.ask<string[]>(LOOKS);
    expect(plain.length).toBeGreaterThan(8);
    visitor.add('/q', `${BAR}<style>${css}</style>`);
    await visitor.engine.go(visitor.url('/q'));
    await visitor.until(isShown('.notice'), true);
    expect(await visitor.ask(LOOKS)).toEqual(plain);
    await visitor.press('[data-act=refuse]');
    await visitor.until('kelisim.state.phase', 'decided');
    await visitor.until(isShown('.corner button'), true);
    await visitor.press('.corner button');
    await visitor.until(isShown('dialog [role=switch]'), true);
  });

test('320 px wide nothing needs sideways scrolling and every button lies on the screen', async ({
  visitor,
}) => {
  visitor.add('/frame', '');
  // A frame, because no driver makes a window of WebKitGTK narrower than 447 px; in a page with Kelisim it would not ask.
  visitor.site.add(
    '/p',
    '<!doctype html><iframe src="/frame" style="width: 320px; height: 640px; border: 0"></iframe>',
  );
  await visitor.engine.open(visitor.url());
  const inner = (code: string) => `frames[0].eval(${JSON.stringify(code)})`;
  await visitor.until(`frames[0].kelisim?.state?.phase && ${inner(isShown('.notice'))}`, true);
  expect(await visitor.ask('frames[0].innerWidth')).toBe(320);
  expect(await visitor.ask(inner('document.scrollingElement.scrollWidth'))).toBe(320);
  const outside = `[...${shown('.notice')}.querySelectorAll('button')].filter((one) => {
    one.scrollIntoView({ block: 'nearest' });
    const { left, right, top, bottom, width } = one.getBoundingClientRect();
    return width < 44 || left < 0 || right > innerWidth || top < 0 || bottom > innerHeight
  }).map((one) => one.textContent)`;
  expect(await visitor.ask(inner(outside))).toEqual([]);
});

/** The words of what has the focus. */
const FOCUSED = `document.activeElement.shadowRoot?.activeElement?.textContent ?? ''`;

test('by keyboard alone a visitor refuses, opens the settings and closes them', async ({ visitor }) => {
  const { engine, ask, until } = visitor;
  await visitor.meet();
  await until(isShown('.notice'), true);
  const walk = async (words: string) => {
    for (let presses = 0; presses < 20 && (await ask(FOCUSED)) !== words; presses += 1)
      await engine.type('Tab');
    expect(await ask(FOCUSED)).toBe(words);
  };
  await walk('Баптаулар');
  await engine.type('Enter');
  await until(isShown('dialog [role=switch]'), true);
  await engine.type('Escape');
  await until(isShown('dialog'), false);
  await until(FOCUSED, 'Баптаулар');
  await ask(`${shown('[data-locale=kk]')}.focus()`);
  await walk('Барлығынан бас тарту');
  await engine.type('Space');
  await until('kelisim.record()?.via', 'refuse');
});
