import { type Html, html } from '../html.ts';
import type { PageContext, PageParts } from '../layout.ts';
import type { CabinetText } from '../text/type.ts';

function login({ login: words }: CabinetText): Html {
  return html`<form class="card form" data-demo-form aria-labelledby="login-title">
<h2 id="login-title">${words.title}</h2>
<div class="field"><label for="login-phone">${words.phone}</label><input id="login-phone" type="tel" autocomplete="tel"></div>
<div class="field"><label for="login-password">${words.password}</label><input id="login-password" type="password" autocomplete="current-password"></div>
<button class="button" type="submit">${words.submit}</button>
<p class="sent" role="status" data-sent="${words.sent}"></p>
</form>`;
}

function activeLoan({ loan: words }: CabinetText): Html {
  const rows = words.rows.map((row) => html`<div><dt>${row.label}</dt><dd>${row.value}</dd></div>`);
  return html`<form class="card active-loan" data-demo-form aria-labelledby="loan-title">
<div class="card-head"><h2 id="loan-title">${words.title}</h2><p class="badge">${words.example}</p></div>
<p class="small">${words.number}</p>
<p class="left"><span>${words.left}</span><strong>${words.leftSum}</strong></p>
<progress max="20" value="8" aria-labelledby="loan-progress"></progress>
<p class="small" id="loan-progress">${words.progress}</p>
<dl class="sums">${rows}</dl>
<button class="button" type="submit">${words.pay}</button>
<p class="sent" role="status" data-sent="${words.sent}"></p>
</form>`;
}

/** The personal cabinet: a login form and a sample loan. */
export function cabinet({ text }: PageContext): PageParts {
  const words = text.cabinet;
  const main = html`<div class="wrap block"><h1>${words.title}</h1>
<div class="cabinet">${login(words)}${activeLoan(words)}</div></div>`;
  return { title: words.title, main };
}
