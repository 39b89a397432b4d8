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

  it.each<[string, string, string]>([
    ['<img srcset="/own.png 1x, https://a.example/b,c.png 2x">', 'img', 'a.example/b,c.png'],
    ['<img src=/own.png srcset="/own.png 1x,https://a.example/b 2x">', 'img', 'a.example/b'],
    ['<picture><source srcset="//a.example/b 400w"><img src=/own.png></picture>', 'source', 'a.example/b'],
    ['<video poster="https://a.example/b" src="/own.mp4"></video>', 'video', 'a.example/b'],
    ['<video src="https://a.example/b"></video>', 'video', 'a.example/b'],
    ['<audio src="https://a.example/b"></audio>', 'audio', 'a.example/b'],
    ['<object data="https://a.example/b"></object>', 'object', 'a.example/b'],
    ['<embed src="https://a.example/b">', 'embed', 'a.example/b'],
    ['<input type=image src="https://a.example/b">', 'input', 'a.example/b'],
  ])('so is whatever else a browser asks for by itself: %s', (html, tag, place) => {
    expect(said(`<noscript>${html}</noscript>`).map(([, , message]) => message)).toEqual([
      inNoscript(tag, place)[2],
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
    '<noscript><script src="https://a.example/b"></script></noscript>',
    '<noscript><img srcset="/a.png 1x, /b.png 2x" alt="https://a.example/b"></noscript>',
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
    [
      '<img src="/a.png" srcset="/a.png, https://sanaq.example/p.gif 2x">',
      '<img> of "sanaq" does not wait for consent. Write <img data-kelisim="sanaq" data-src="/a.png" data-srcset="/a.png, https://sanaq.example/p.gif 2x" alt="">',
    ],
    [
      '<img srcset="https://sanaq.example/p.gif">',
      '<img> of "sanaq" does not wait for consent. Write <img data-kelisim="sanaq" data-srcset="https://sanaq.example/p.gif" alt="">',
    ],
    [
      '<video src="/v.mp4" poster="https://sanaq.example/p.gif"></video>',
      '<video> of "sanaq" does not wait for consent. Add it by a script where kelisim.allows("sanaq") is true.',
    ],
    [
      '<object data="https://static.hotjar.com/h"></object>',
      '<object> of "hotjar" does not wait for consent. Add { "use": "hotjar" } to "trackers", and where its own "start" is not enough add it by a script where kelisim.allows("hotjar") is true.',
    ],
  ])('is a warning with the marked form, where there is one: %s', (html, message) => {
    expect(said(`<body>\n${html}`)).toEqual([['warnings', html.slice(0, 8), message]]);
  });

  it.each([
    '<script type="text/plain" data-kelisim="sanaq" src="https://sanaq.example/a.js"></script>',
    '<img data-kelisim="sanaq" data-src="https://sanaq.example/p.gif" alt="">',
    '<img data-kelisim="sanaq" data-srcset="https://sanaq.example/p.gif 2x" alt="">',
    '<script src="https://other.example/a.js"></script>',
    '<script src="https://cdn.example/lib.js"></script>',
    '<script src="/sanaq.example/a.js"></script>',
    '<a href="https://sanaq.example/">a</a>',
  ])("is none when it is marked or nobody's: %s", (html) => {
    expect(said(html)).toEqual([]);
  });
});
