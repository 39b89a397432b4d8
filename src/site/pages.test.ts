import { describe, expect, it } from 'vitest';
import { checkPage } from './pages.ts';

const OWNERS = [
  { id: 'sanaq', hosts: ['sanaq.example', 'cdn.example/sq'], declared: true },
  { id: 'hotjar', hosts: ['hotjar.com'], declared: false },
];
const said = (html: string) =>
  checkPage(html, OWNERS).map(({ list, offset, message }) => [list, html.slice(offset, offset + 8), message]);
const inNoscript = (tag: string, place: string) => [
  'problems',
  `<${tag}`.padEnd(8),
  `<${tag}> of ${place} in <noscript> is loaded before anybody is asked, and nothing can hold it. Take it out.`,
];

describe('in <noscript>', () => {
  const pixel = '<img src="https://px.example/tr?id=1" alt="">';

  it.each<[string, string]>([
    ['in the body', `<p><noscript>${pixel}</noscript>`],
    ['in the head, where a parser puts it elsewhere', `<html><head><noscript>${pixel}</noscript></head>`],
    ['in upper case and without a scheme', '<NOSCRIPT><div><img  SRC=//PX.example/tr></div></NOSCRIPT>'],
    ['in a template', `<template><noscript>${pixel}</noscript></template>`],
    ['of a page that is not closed', `<noscript>\n${pixel}`],
  ])('a pixel is a problem: %s', (_what, html) => {
    expect(said(html).map(([list, , message]) => [list, message])).toEqual([
      [
        'problems',
        '<img> of px.example/tr in <noscript> is loaded before anybody is asked, and nothing can hold it. Take it out.',
      ],
    ]);
  });

  it('each is told of where it stands, also behind Windows line ends', () => {
    const html =
      '<noscript>\r\n<p>\r\n<iframe src="http://f.example/"></iframe><img src=https://a.example/b></noscript>';
    expect(said(html)).toEqual([
      ['problems', '<iframe ', inNoscript('iframe', 'f.example/')[2]],
      ['problems', '<img src', inNoscript('img', 'a.example/b')[2]],
    ]);
  });

  it.each([
    '<noscript><img src="/own.gif"></noscript>',
    '<noscript><img data-src="https://a.example/b"></noscript>',
    '<noscript><p>https://a.example/b</p></noscript>',
    `<!-- <noscript>${pixel}</noscript> -->`,
    `<script>"<noscript>${pixel}</noscript>"</script>`,
    `<noscript><!-- ${pixel} --></noscript>`,
  ])('nothing else is: %s', (html) => {
    expect(said(html)).toEqual([]);
  });
});

describe('a tag of a known tracker', () => {
  it.each<[string, string]>([
    [
      '<script src="https://sanaq.example/a.js" async></script>',
      '<script> of "sanaq" does not wait for consent. Write <script type="text/plain" data-kelisim="sanaq" src="https://sanaq.example/a.js"></script>',
    ],
    [
      '<img src="//www.sanaq.example/p.gif">',
      '<img> of "sanaq" does not wait for consent. Write <img data-kelisim="sanaq" data-src="//www.sanaq.example/p.gif" alt="">',
    ],
    [
      '<iframe src="https://CDN.example:8443/sq/v"></iframe>',
      '<iframe> of "sanaq" does not wait for consent. Write <iframe data-kelisim="sanaq" data-src="https://CDN.example:8443/sq/v" title="…"></iframe>',
    ],
    [
      '<script data-kelisim="sanaq" src="https://sanaq.example/a.js"></script>',
      '<script> of "sanaq" does not wait for consent. Write <script type="text/plain" data-kelisim="sanaq" src="https://sanaq.example/a.js"></script>',
    ],
    [
      '<script src="https://static.hotjar.com/h.js"></script>',
      '<script> of "hotjar" does not wait for consent. Add { "use": "hotjar" } to "trackers", and where its own "start" is not enough write <script type="text/plain" data-kelisim="hotjar" src="https://static.hotjar.com/h.js"></script>',
    ],
  ])('is a warning with the marked form: %s', (html, message) => {
    expect(said(`<body>\n${html}`)).toEqual([['warnings', html.slice(0, 8), message]]);
  });

  it.each([
    '<script type="text/plain" data-kelisim="sanaq" src="https://sanaq.example/a.js"></script>',
    '<img data-kelisim="sanaq" data-src="https://sanaq.example/p.gif" alt="">',
    '<script src="https://other.example/a.js"></script>',
    '<script src="https://cdn.example/lib.js"></script>',
    '<script src="/sanaq.example/a.js"></script>',
    '<a href="https://sanaq.example/">a</a>',
  ])("is none when it is marked or nobody's: %s", (html) => {
    expect(said(html)).toEqual([]);
  });
});
