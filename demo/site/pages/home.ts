import { calculator } from '../calculator.ts';
import { type Html, html } from '../html.ts';
import type { PageContext, PageParts } from '../layout.ts';
import type { HomeText } from '../text/type.ts';

/** The ring at the top of a yurt, drawn in lines. */
const ring = html`<svg class="ring" viewBox="0 0 400 400" aria-hidden="true"><g fill="none" stroke="currentColor"><circle cx="200" cy="200" r="190" stroke-width="3"/><circle cx="200" cy="200" r="160" stroke-width="9"/><g stroke-width="5"><path d="M70 106Q200 172 294 330M87 87Q210 160 313 313M106 70Q228 146 330 294"/><path d="M330 106Q200 172 106 330M313 87Q190 160 87 313M294 70Q172 146 70 294"/></g></g></svg>`;

function hero(context: PageContext): Html {
  const { hero: words } = context.text.home;
  return html`<section class="hero">${ring}<div class="wrap hero-row">
<div class="hero-words"><h1>${words.title}</h1><p class="lead">${words.text}</p>
<ul class="ticks">${words.points.map((point) => html`<li>${point}</li>`)}</ul></div>
${calculator(context)}
</div></section>`;
}

function steps({ steps: words, needs }: HomeText): Html {
  return html`<section class="wrap block" id="steps"><h2>${words.title}</h2>
<ol class="steps">${words.items.map((step) => html`<li><h3>${step.title}</h3><p>${step.text}</p></li>`)}</ol>
</section>
<section class="tint"><div class="wrap block needs"><h2>${needs.title}</h2>
<ul class="ticks">${needs.items.map((item) => html`<li>${item}</li>`)}</ul></div></section>`;
}

function video({ trackerUrl, text }: PageContext): Html {
  const { video: words } = text.home;
  return html`<section class="wrap block media"><div><h2>${words.title}</h2><p>${words.text}</p></div>
<div class="video">
<iframe data-kelisim="korme" data-src="${trackerUrl}/korme/video.html" title="${words.frame}"></iframe>
</div></section>`;
}

function questions({ questions: words }: HomeText): Html {
  return html`<section class="wrap block" id="questions"><h2>${words.title}</h2>
<div class="questions">${words.items.map(
    (item) => html`<details><summary>${item.title}</summary><p>${item.text}</p></details>`,
  )}</div></section>`;
}

function contacts({ contacts: words }: HomeText): Html {
  const rows = words.rows.map((row) => html`<div><dt>${row.label}</dt><dd>${row.value}</dd></div>`);
  return html`<section class="wrap block contacts" id="contacts"><div><h2>${words.title}</h2><dl>${rows}</dl></div>
<svg class="map" viewBox="0 0 480 280" role="img" aria-label="${words.map}" preserveAspectRatio="xMidYMid slice">
<rect class="map-land" width="480" height="280"/><path class="map-park" d="M290 40h120v84H290zM46 176h92v70H46z"/>
<path class="map-water" d="M-10 132C60 96 110 150 180 124S330 148 500 92"/>
<path class="map-road" d="M0 60h480M0 160h480M0 262h480M30 0v280M160 0v280M268 0v280M430 0v280M160 160 268 60"/>
<path class="map-pin" d="M214 150c-18-24-27-37-27-52a27 27 0 0 1 54 0c0 15-9 28-27 52z"/><circle class="map-eye" cx="214" cy="98" r="10"/>
</svg></section>`;
}

/** The start page. */
export function home(context: PageContext): PageParts {
  const words = context.text.home;
  const main = html`${hero(context)}${steps(words)}${video(context)}${questions(words)}${contacts(words)}`;
  return { title: words.title, main };
}
