import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { policyHtml } from './policy.ts';

/** The articles of a shipped policy; the Russian one has a translator's note before them. */
const shipped = (locale: string) =>
  policyHtml(readFileSync(new URL(`../../locales/policy.${locale}.md`, import.meta.url), 'utf8')).replace(
    /^.*?(?=<details>)/s,
    '',
  );
const count = (html: string, part: RegExp) => (html.match(part) ?? []).length;

describe('policyHtml', () => {
  it('makes an article of each second heading, closed, its title as summary', () => {
    expect(policyHtml('## One\n\ntext\n\n## Two\n\n- item')).toBe(
      '<details><summary>One</summary><p>text</p></details><details><summary>Two</summary><ul><li>item</li></ul></details>',
    );
  });

  it('leaves what stands before the first article open', () => {
    const html = policyHtml('> approved\n\n# Title\n\ncity\n\n## One\n\ntext');
    expect(html).toMatch(/^<blockquote>.*approved.*<h3>Title<\/h3><p>city<\/p><details>/);
    expect(count(html, /<details>/g)).toBe(1);
  });

  it('keeps a deeper heading inside its article and below the h2 of the panel', () => {
    expect(policyHtml('## One\n\n### Sub\n\n###### Deep')).toBe(
      '<details><summary>One</summary><h5>Sub</h5><h6>Deep</h6></details>',
    );
  });

  it('shows markup in a title as it is meant', () => {
    expect(policyHtml('## A **b** & c')).toContain('<summary>A <strong>b</strong> &amp; c</summary>');
  });

  it('takes an empty policy', () => {
    expect(policyHtml('')).toBe('');
  });

  it.each([
    ['<script>alert(1)</script>', 'block'],
    ['text <img src=x onerror=alert(1)> text', 'inline'],
    ['## <b>Title</b>', 'title'],
    ['- <iframe src="https://x.kz"></iframe>', 'list'],
    ['<!-- comment -->', 'comment'],
    ['<svg onload=alert(1)>\n\ntext', 'unclosed'],
    ['![<b>alt</b>](https://x.kz/a.png)', 'image'],
  ])('shows the raw HTML %j as text: %s', (markdown) => {
    const html = policyHtml(markdown);
    expect(html).not.toMatch(/<(script|img|b|iframe|svg|!--)/i);
    if (!markdown.startsWith('!')) expect(html).toContain('&lt;');
  });

  it('shows also what stands behind a raw script and is never closed as text', () => {
    expect(policyHtml('a <script><img src=x onerror=alert(1) b')).toBe(
      '<p>a &lt;script&gt;&lt;img src=x onerror=alert(1) b</p>',
    );
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java&#115;cript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//other.kz/x',
    'relative.html',
    '#top',
  ])('drops the link %s and keeps its words', (address) => {
    const html = policyHtml(`see [these words](${address}) here`);
    expect(html).toBe('<p>see these words here</p>');
  });

  it.each([
    ['https://x.kz/a', 'https://x.kz/a'],
    ['/docs/a.html', '/docs/a.html'],
    ['mailto:info@x.kz', 'mailto:info@x.kz'],
    ['https://x.kz/?a=1&b=2', 'https://x.kz/?a=1&amp;b=2'],
  ])('keeps the link %s', (address, written) => {
    expect(policyHtml(`[words](${address})`)).toBe(
      `<p><a href="${written}" target="_blank" rel="noopener">words</a></p>`,
    );
  });

  it('lets no link break out of its attribute', () => {
    expect(policyHtml('[x](<https://x.kz/"onclick="a>)')).not.toMatch(/"onclick/);
  });

  it('keeps the space between two words on two lines, also behind bold ones', () => {
    expect(policyHtml('**one**\ntwo')).toMatch(/<strong>one<\/strong>\s+two/);
    expect(policyHtml('[one](https://x.kz/)\ntwo')).toMatch(/<\/a>\s+two/);
  });
});

describe('the shipped policies', () => {
  it.each([
    ['articles', /<details>/g],
    ['titles', /<summary>[^<]+<\/summary>/g],
    ['paragraphs', /<p>/g],
    ['list items', /<li>/g],
  ])('have the same number of %s in both languages', (_what, part) => {
    const kk = count(shipped('kk'), part);
    expect(kk).toBeGreaterThan(0);
    expect(count(shipped('ru'), part)).toBe(kk);
  });

  it('number their clauses alike', () => {
    const clauses = (locale: string) => shipped(locale).match(/<p>\d+(\.\d+|\))/g);
    expect(clauses('kk')?.length).toBeGreaterThan(20);
    expect(clauses('ru')).toEqual(clauses('kk'));
  });

  it.each(['kk', 'ru'])('hold seven sections with text in each: %s', (locale) => {
    expect(count(shipped(locale), /<details><summary>[^<]+<\/summary><(p|ul)>[^<]/g)).toBe(7);
  });

  it.each(['kk', 'ru'])('show no mark of Markdown: %s', (locale) => {
    expect(shipped(locale)).not.toMatch(/\*\*|\\|^#|\n#|\]\(/);
  });
});
