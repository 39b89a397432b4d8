import { html } from '../../html.ts';
import type { PageContext, PageParts } from '../../layout.ts';
import { TRY, trial } from './frame.ts';
import { HOSTILE } from './hostile.ts';

/** The list of all trial pages. */
export function tryIndex({ text, base }: PageContext): PageParts {
  const { title, lead, pages } = text.try;
  const entries = [
    ...(['csp', 'spa', 'gtm', 'css'] as const).map((name) => ({ ...pages[name], path: `${TRY}${name}/` })),
    { ...pages.loan, path: '/nesie/' },
  ];
  const main = html`<div class="wrap block try"><h1>${title}</h1><p class="lead">${lead}</p>
<ul class="try-list">${entries.map(
    (entry) =>
      html`<li class="card"><h2><a href="${base}${entry.path}">${entry.title}</a></h2><p>${entry.text}</p></li>`,
  )}</ul></div>`;
  return { title, main };
}

/** The strictest policy that the page and its trackers can do with. */
const policyOf = ({ trackerUrl, nonce }: PageContext): string[] => [
  "default-src 'none'",
  `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  "style-src 'self'",
  `img-src 'self' ${trackerUrl}`,
  `connect-src 'self' ${trackerUrl}`,
  `frame-src ${trackerUrl}`,
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types kelisim',
];

/** A strict policy: nonce, `strict-dynamic`, Trusted Types. */
export function tryCsp(context: PageContext): PageParts {
  const { pages, csp } = context.text.try;
  const policy = policyOf(context);
  const main = trial(
    context,
    pages.csp,
    html`<div class="try-pair"><section class="card"><h2>${csp.policy}</h2>
<ul class="try-code">${policy.map((line) => html`<li>${line}</li>`)}</ul></section>
<section class="card"><h2>${csp.violations}</h2><ol class="try-code" data-violations></ol>
<p class="try-empty">${csp.none}</p>
<div class="video"><iframe data-kelisim="korme" data-src="${context.trackerUrl}/korme/video.html" title="${context.text.home.video.frame}"></iframe></div></section></div>`,
  );
  return { title: pages.csp.title, main, scripts: ['csp', 'status'], policy: policy.join('; ') };
}

/** An app that changes its address by itself; one of its addresses is protected. */
export function trySpa(context: PageContext): PageParts {
  const { base } = context;
  const { pages, spa } = context.text.try;
  const paths = { home: `${TRY}spa/`, terms: `${TRY}spa/sharttar/`, loan: '/nesie/' };
  const names = ['home', 'terms', 'loan'] as const;
  const links = names.map(
    (name) => html`<a href="${base}${paths[name]}" data-view-link="${name}">${spa.views[name].title}</a>`,
  );
  const views = names.map(
    (name) =>
      html`<section class="card" data-view="${name}"><h2>${spa.views[name].title}</h2><p>${spa.views[name].text}</p></section>`,
  );
  const main = trial(
    context,
    pages.spa,
    html`<nav class="try-tabs" aria-label="${spa.menu}">${links}</nav>${views}`,
  );
  return { title: pages.spa.title, main, scripts: ['spa'] };
}

/** A stand-in for a tag manager, which brings trackers along; the page has no inert markup of its own. */
export function tryGtm(context: PageContext): PageParts {
  const { pages, gtm } = context.text.try;
  const { held, running, waits, none } = gtm;
  const words = JSON.stringify({ held, running, waits, video: context.text.home.video.frame });
  const rows = [
    ['komek', gtm.chat],
    ['korme', gtm.video],
    ['baspa', gtm.pixel],
  ].map(([id = '', name = '']) => html`<div><dt>${name}</dt><dd data-row="${id}"></dd></div>`);
  const main = trial(
    context,
    pages.gtm,
    html`<div class="try-pair" data-container="${context.trackerUrl}" data-text="${words}">
<section class="card"><h2>${gtm.brought}</h2><dl class="sums">${rows}</dl><div class="video" data-frame></div></section>
<section class="card"><h2>${gtm.events}</h2><ol class="try-code" data-events></ol><p class="try-empty">${none}</p></section></div>`,
  );
  return { title: pages.gtm.title, main, scripts: ['container', 'status'], bare: true };
}

/** A page whose own sheet spoils everything it can reach, at the press of a button. */
export function tryCss(context: PageContext): PageParts {
  const { pages, css } = context.text.try;
  const main = trial(
    context,
    pages.css,
    html`<button class="button" type="button" data-keep data-hostile-switch aria-pressed="false" data-on="${css.on}" data-off="${css.off}">${css.on}</button>
<section class="card"><h2>${css.sample.title}</h2><p>${css.sample.text}</p></section>`,
  );
  return { title: pages.css.title, main, scripts: ['css', 'status'], sheet: HOSTILE };
}
