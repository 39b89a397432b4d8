import { type Family, scripts } from '../vector.ts';

const LINK = "const l = document.createElement('link'); l.href = url;";
const FORM =
  "const f = document.createElement('form'); f.method = 'post'; f.action = url; f.target = hidden(); document.body.append(f);";
const FRAME = "const f = document.createElement('iframe');";

const pages = scripts('html', {
  'frame-src': ['`iframe.src`', `${FRAME} f.src = url; document.body.append(f)`],
  'frame-attribute': [
    '`iframe.setAttribute`',
    `${FRAME} f.setAttribute('src', url); document.body.append(f)`,
  ],
  'frame-late': ['`iframe.src` after insertion', `${FRAME} document.body.append(f); f.src = url`],
  'frame-html': ['`innerHTML` with an iframe', 'div().innerHTML = `<iframe src="${url}"></iframe>`'],
  'frame-location': ["a frame's `location`", 'hiddenFrame().contentWindow.location = url'],
  object: [
    '`object.data`',
    "const o = document.createElement('object'); o.data = url; document.body.append(o)",
  ],
  embed: ['`embed.src`', "const e = document.createElement('embed'); e.src = url; document.body.append(e)"],
  'form-submit': ['form into a hidden iframe: `submit()`', `${FORM} f.submit()`],
  'form-request': ['`requestSubmit()`', `${FORM} f.requestSubmit()`],
  'form-click': [
    'press of its button',
    `${FORM} const b = document.createElement('button'); f.append(b); b.click()`,
  ],
  'form-action': [
    '`formaction`',
    `${FORM} f.action = '/'; const b = document.createElement('button'); b.formAction = url; f.append(b); b.click()`,
  ],
});

const inside = scripts('js', {
  'srcdoc-script': [
    '`srcdoc` with a script',
    `${FRAME} f.srcdoc = \`<script src="\${url}"></script>\`; document.body.append(f)`,
  ],
  'srcdoc-html': [
    '`srcdoc` in `innerHTML`',
    'div().innerHTML = `<iframe srcdoc="<script src=&quot;${url}&quot;></script>"></iframe>`',
  ],
});

const quiet = scripts('txt', {
  'srcdoc-fetch': [
    '`srcdoc` with a `fetch`',
    `${FRAME} f.srcdoc = \`<script>fetch('\${url}')</script>\`; document.body.append(f)`,
  ],
  'srcdoc-refresh': [
    '`srcdoc` with a refresh',
    `${FRAME} f.srcdoc = \`<meta http-equiv="refresh" content="0;url=\${url}">\`; document.body.append(f)`,
  ],
  'link-prefetch': ['`link` prefetch', `${LINK} l.rel = 'prefetch'; document.head.append(l)`],
  'link-preload': [
    'preload',
    `${LINK} l.rel = 'preload'; l.as = 'fetch'; l.crossOrigin = ''; document.head.append(l)`,
  ],
});

const links = scripts('css', {
  'link-style': ['`link` stylesheet', `${LINK} l.rel = 'stylesheet'; document.head.append(l)`],
  'link-late': ['`rel` after insertion', `${LINK} document.head.append(l); l.rel = 'stylesheet'`],
});

const modules = scripts('txt', {
  'link-module': ['modulepreload', `${LINK} l.rel = 'modulepreload'; document.head.append(l)`],
});

/** Frames, forms and links that scripts make. */
export const frames: Family = {
  name: 'frames',
  title: 'Frames, forms and links by script',
  kind: 'script',
  vectors: { ...pages, ...inside, ...quiet, ...links, ...modules },
};
