import { type Family, scripts } from '../vector.ts';

const MADE = "const s = document.createElement('script');";
const NODE = "const a = document.createAttribute('src'); a.value = url;";
const SVG = "document.createElementNS('http://www.w3.org/2000/svg', 'script')";
const TAG = '`<script src="${url}"></script>`';

const scriptElements = scripts('js', {
  'script-src': ['`script.src`', `${MADE} s.src = url; document.head.append(s)`],
  'script-attribute': ['`setAttribute`', `${MADE} s.setAttribute('src', url); document.head.append(s)`],
  'script-attribute-case': [
    '`setAttribute("SRC")`',
    `${MADE} s.setAttribute('SRC', url); document.head.append(s)`,
  ],
  'script-attribute-ns': [
    '`setAttributeNS`',
    `${MADE} s.setAttributeNS(null, 'src', url); document.head.append(s)`,
  ],
  'script-node': ['`setAttributeNode`', `${MADE} ${NODE} s.setAttributeNode(a); document.head.append(s)`],
  'script-node-ns': [
    '`setAttributeNodeNS`',
    `${MADE} ${NODE} s.setAttributeNodeNS(a); document.head.append(s)`,
  ],
  'script-named-item': [
    '`setNamedItem`',
    `${MADE} ${NODE} s.attributes.setNamedItem(a); document.head.append(s)`,
  ],
  'script-attr-value': [
    '`Attr.value`',
    `${MADE} ${NODE.replace('url', "''")} s.setAttributeNode(a); a.value = url; document.head.append(s)`,
  ],
  'script-node-value': [
    '`Attr.nodeValue`',
    `${MADE} ${NODE.replace('url', "''")} s.setAttributeNode(a); a.nodeValue = url; document.head.append(s)`,
  ],
  'script-svg': ['SVG script', `const s = ${SVG}; s.setAttribute('href', url); svg().append(s)`],
  'script-svg-value': ['SVG `href.baseVal`', `const s = ${SVG}; s.href.baseVal = url; svg().append(s)`],
  'script-borrowed': [
    'a borrowed setter',
    `${MADE} Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, 'src').set.call(s, url); document.head.append(s)`,
  ],
  'script-append-child': ['`appendChild`', `${MADE} s.src = url; document.head.appendChild(s)`],
  'script-insert-before': ['`insertBefore`', `${MADE} s.src = url; document.head.insertBefore(s, null)`],
  'script-replace': ['`replaceWith`', `${MADE} s.src = url; div().replaceWith(s)`],
  'script-late': ['`src` after insertion', `${MADE} document.head.append(s); s.src = url`],
  'script-fragment': [
    '`createContextualFragment`',
    `document.body.append(document.createRange().createContextualFragment(${TAG}))`,
  ],
  'script-template': [
    'clone of a template',
    `${MADE} const t = document.createElement('template'); t.content.append(s); s.src = url; document.head.append(t.content.cloneNode(true))`,
  ],
  'script-import': [
    '`importNode`',
    `${MADE} const t = document.createElement('template'); t.content.append(s); s.src = url; document.head.append(document.importNode(t.content, true))`,
  ],
  'script-clone': ['`cloneNode`', `${MADE} s.src = url; document.head.append(s.cloneNode())`],
  'script-other': [
    'element of another document',
    `const s = document.implementation.createHTMLDocument('').createElement('script'); s.src = url; document.head.append(s)`,
  ],
});

const html = (words: string, rest: string): [string, string] => [
  words,
  `const html = \`<img src="\${url}">\`; ${rest}`,
];

const images = scripts('gif', {
  image: ['`new Image`', 'new Image().src = url'],
  'image-srcset': ['`img.srcset`', 'new Image().srcset = url'],
  'image-attribute': ['`img.setAttribute`', "new Image().setAttribute('src', url)"],
  'image-borrowed': [
    '`img` with a borrowed setter',
    "Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src').set.call(new Image(), url)",
  ],
  picture: [
    '`source.srcset`',
    "const p = document.createElement('picture'), s = document.createElement('source'); s.srcset = url; p.append(s, new Image()); document.body.append(p)",
  ],
  'image-input': [
    '`input.src`',
    "const i = document.createElement('input'); i.type = 'image'; i.src = url; document.body.append(i)",
  ],
  'image-poster': [
    '`video.poster`',
    "const v = document.createElement('video'); v.poster = url; document.body.append(v)",
  ],
  'image-svg': [
    'SVG image',
    "const i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); i.setAttribute('href', url); svg().append(i)",
  ],
  'html-inner': html('`innerHTML`', 'div().innerHTML = html'),
  'html-outer': html('`outerHTML`', 'div().outerHTML = html'),
  'html-adjacent': html('`insertAdjacentHTML`', "div().insertAdjacentHTML('beforeend', html)"),
  'html-shadow': html('shadow root', "div().attachShadow({ mode: 'closed' }).innerHTML = html"),
  'html-unsafe': html('`setHTMLUnsafe`', 'div().setHTMLUnsafe(html)'),
  'html-parser': html(
    '`DOMParser`',
    "document.body.append(new DOMParser().parseFromString(html, 'text/html').body.firstChild)",
  ),
  'html-template': html(
    '`template.innerHTML`',
    "const t = document.createElement('template'); t.innerHTML = html; document.body.append(t.content.cloneNode(true))",
  ),
  'html-detached': html(
    '`innerHTML` of an element outside the page',
    "document.createElement('div').innerHTML = html",
  ),
});

const media = scripts('txt', {
  video: [
    '`video.src`',
    "const v = document.createElement('video'); v.preload = 'auto'; v.src = url; document.body.append(v)",
  ],
  audio: ['`new Audio`', "const a = new Audio(url); a.preload = 'auto'; a.load()"],
});

/** Elements that scripts make or fill. */
export const elements: Family = {
  name: 'elements',
  title: 'Elements by script',
  kind: 'script',
  vectors: { ...scriptElements, ...images, ...media },
};
