import { type Family, markup, type Vector } from '../vector.ts';

const head = (vectors: Record<string, Vector>): Record<string, Vector> =>
  Object.fromEntries(Object.entries(vectors).map(([name, vector]) => [name, { ...vector, head: true }]));

const code = {
  ...head(
    markup('js', {
      script: ['`<script src>` in the head', '<script src="URL"></script>'],
      'script-async': ['async', '<script async src="URL"></script>'],
      'script-defer': ['defer', '<script defer src="URL"></script>'],
      'script-module': ['module', '<script type="module" src="URL"></script>'],
    }),
  ),
  ...markup('js', {
    'script-body': ['in the body', '<script src="URL"></script>'],
    'script-svg': ['SVG script', '<svg><script href="URL"></script></svg>'],
    'script-shadow': [
      '`<script src>` in a `<template shadowrootmode>`',
      '<div><template shadowrootmode="open"><script src="URL"></script></template></div>',
    ],
    'module-static': ['`import` in an inline module', '<script type="module">import "URL"</script>'],
    'module-dynamic': ['`import()`', '<script>import("URL")</script>'],
    'script-template': [
      'clone of a `<template>`',
      '<template><script src="URL"></script></template><script>document.body.append(document.currentScript.previousElementSibling.content.cloneNode(true))</script>',
    ],
    'write-script': [
      '`document.write` of a script',
      String.raw`<script>document.write('<script src="URL"><\/script>')</script>`,
    ],
    'write-split': [
      '`document.write` of a tag in pieces',
      String.raw`<script>document.write('<scr');document.write('ipt src="UR');document.write('L"><\/script>')</script>`,
    ],
    srcdoc: ['`srcdoc` with a script', '<iframe srcdoc="<script src=&quot;URL&quot;></script>"></iframe>'],
  }),
};

const images = markup('gif', {
  img: ['`<img>`', '<img src="URL">'],
  'img-srcset': ['`srcset`', '<img srcset="URL 1x">'],
  picture: ['`<picture>`', '<picture><source srcset="URL"><img></picture>'],
  poster: ['`poster`', '<video poster="URL"></video>'],
  'img-svg': ['SVG image', '<svg width="9" height="9"><image width="9" height="9" href="URL"/></svg>'],
  'img-input': ['`<input type="image">`', '<input type="image" src="URL">'],
  'img-shadow': [
    '`<img>` in a `<template shadowrootmode>`',
    '<div><template shadowrootmode="open"><img src="URL"></template></div>',
  ],
  'img-template': [
    'clone of an image',
    '<template><img src="URL"></template><script>document.body.append(document.currentScript.previousElementSibling.content.cloneNode(true))</script>',
  ],
  'write-img': ['`document.write` of an image', `<script>document.write('<img src="URL">')</script>`],
  background: ['style attribute', '<div style="width:9px;height:9px;background:url(URL)"></div>'],
  'background-style': [
    '`<style>`',
    '<p class="SIDE-NAME">x</p><style>.SIDE-NAME { background: url(URL) }</style>',
  ],
  'background-old': ['`background`', '<table><td background="URL">x</table>'],
});

const styles = markup('css', {
  'link-style': ['`<link>` stylesheet', '<link rel="stylesheet" href="URL">'],
  'style-import': ['`@import`', '<style>@import "URL";</style>'],
});

const links = head(
  markup('txt', {
    'link-preload': ['preload', '<link rel="preload" as="fetch" crossorigin href="URL">'],
    'link-module': ['modulepreload', '<link rel="modulepreload" href="URL">'],
    'link-prefetch': ['prefetch', '<link rel="prefetch" href="URL">'],
  }),
);

const pages = markup('html', {
  frame: ['`<iframe>`', '<iframe src="URL"></iframe>'],
  object: ['`<object>`', '<object data="URL"></object>'],
  embed: ['`<embed>`', '<embed src="URL">'],
});

const media = markup('txt', {
  'srcdoc-fetch': ['`srcdoc` with a `fetch`', `<iframe srcdoc="<script>fetch('URL')</script>"></iframe>`],
  video: ['`<video>`', '<video preload="auto" src="URL"></video>'],
  audio: ['`<audio>`', '<audio preload="auto" src="URL"></audio>'],
  source: ['`<source>`', '<video preload="auto"><source src="URL"></video>'],
});

const tracks = markup('vtt', {
  track: ['`<track>`', '<video crossorigin><track default kind="captions" src="URL"></video>'],
});

/** What stands in the source of the page, where the look-ahead parser can be faster than any script. */
export const parser: Record<string, Vector> = {
  ...code,
  ...images,
  ...styles,
  ...links,
  ...pages,
  ...media,
  ...tracks,
};

/** Their family. */
export const markupFamily: Family = { name: 'markup', title: 'In the page', kind: 'page', vectors: parser };
