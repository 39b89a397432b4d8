import { Html, html } from './html.ts';
import { panel } from './panel.ts';
import type { Language, SiteText } from './text/type.ts';

/** What a page template is given. */
export interface PageContext {
  language: Language;
  text: SiteText;
  /** Path of the page without the language, such as `/nesie/`. */
  path: string;
  /** Start of this language's addresses: '' or '/ru'. */
  base: string;
  /** Origin of the stand-in trackers. */
  trackerUrl: string;
  /** The one line that loads kelisim. */
  kelisimTag: string;
  /** Random for each answer; the scripts of a page with a policy carry it. */
  nonce: string;
}

/** One page: its own title and what stands in `<main>`. */
export interface PageParts {
  title: string;
  main: Html;
  /** Names of further scripts of the page, from `try/`. */
  scripts?: string[];
  /** The Content-Security-Policy that the page is sent with. */
  policy?: string;
  /** Sheet of the page's own. */
  sheet?: Html;
  /** Without the inert markup that other pages hold. */
  bare?: true;
}

const sign = html`<svg class="sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><circle cx="16" cy="16" r="14"/><path d="M6.5 6.5Q16 13 25.5 25.5M6.5 25.5Q16 13 25.5 6.5M2 16q14-5 28 0M16 2q5 14 0 28"/></svg>`;

function languageLinks({ language, path, text }: PageContext): Html {
  const link = (code: Language, word: string, href: string) => {
    const current = code === language ? html` aria-current="true"` : html``;
    return html`<a href="${href}" lang="${code}" hreflang="${code}"${current}>${word}</a>`;
  };
  return html`<nav class="languages" aria-label="${text.frame.languages}">${link('kk', 'Қаз', path)}${link('ru', 'Рус', `/ru${path}`)}</nav>`;
}

function header(context: PageContext): Html {
  const { base, text, path } = context;
  const { nav, brand, menu } = text.frame;
  const link = (to: string, word: string, onlyWide = false) => {
    const current = to === path ? html` aria-current="page"` : html``;
    const className = onlyWide ? html` class="wide-only"` : html``;
    return html`<a${className} href="${base}${to}"${current}>${word}</a>`;
  };
  return html`<header class="top"><div class="wrap top-row">
<a class="brand" href="${base}/">${sign}<span>${brand}</span></a>
<nav class="menu" aria-label="${menu}">
${link('/nesie/', nav.loan)}
${link('/#steps', nav.steps, true)}
${link('/#questions', nav.questions, true)}
${link('/#contacts', nav.contacts, true)}
${link('/kabinet/', nav.cabinet)}
</nav>
${languageLinks(context)}
</div></header>`;
}

function footer({ base, text }: PageContext): Html {
  const { footer: words, nav, brand } = text.frame;
  return html`<footer class="bottom"><div class="wrap">
<div class="bottom-columns">
<div><p class="brand">${sign}<span>${brand}</span></p><p>${words.about}</p></div>
<ul>
<li><a href="${base}/nesie/">${nav.loan}</a></li>
<li><a href="${base}/#questions">${nav.questions}</a></li>
<li><a href="${base}/#contacts">${nav.contacts}</a></li>
</ul>
<ul>
<li><button type="button" data-kelisim-open="preferences">${words.settings}</button></li>
<li><button type="button" data-kelisim-withdraw>${words.withdraw}</button></li>
<li><a href="#" data-kelisim-open="policy">${words.policy}</a></li>
</ul>
</div>
<p class="demo-line">${words.demo}</p>
</div></footer>`;
}

/** Markup that kelisim starts after consent: the chat and one picture. */
function inert({ trackerUrl, language }: PageContext, nonce: Html): Html {
  return html`<img class="pixel" data-kelisim="baspa" data-src="${trackerUrl}/baspa/px.gif?from=markup" alt="" width="1" height="1">
<script type="text/plain"${nonce} data-kelisim="komek">window.komekSettings = { language: '${language}' };</script>
<script type="text/plain"${nonce} data-kelisim="komek" src="${trackerUrl}/komek.js"></script>`;
}

/** A whole document: frame of the site around `main`. */
export function layout(context: PageContext, parts: PageParts): string {
  const { language, text, kelisimTag } = context;
  const { title, main, scripts = [], sheet = html``, policy, bare } = parts;
  const nonce = policy ? html` nonce="${context.nonce}"` : html``;
  const own = scripts.map((name) => html`<script${nonce} src="/site/try/${name}.js" type="module"></script>`);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
${new Html(kelisimTag.replace('<script', `<script${nonce.source}`))}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${text.frame.brand}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/site/icon.svg">
<link rel="stylesheet" href="/site/site.css">
<script${nonce} src="/site/site.js" defer></script>
<script${nonce} src="/site/panel.js" type="module"></script>
${sheet}${own}
</head>
<body>
<a class="skip" href="#main">${text.frame.skip}</a>
${panel(text.panel, html`<a href="${context.base}/synaq/">${text.try.link}</a>`)}
<div class="site">
${header(context)}
<main id="main">${main}</main>
${footer(context)}
</div>
${bare ? html`` : inert(context, nonce)}
</body>
</html>
`.source;
}
