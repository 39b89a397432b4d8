import { formatDays, sample } from '../calculator.ts';
import { type Html, html } from '../html.ts';
import type { PageContext, PageParts } from '../layout.ts';
import { formatSum } from '../money.ts';
import { statusLine } from './try/frame.ts';

/** Inputs carry no `name`: even without script, a form has nothing to send. */
function choice(id: string, label: string, values: { shown: string; selected: boolean }[]): Html {
  const options = values.map(
    ({ shown, selected }) => html`<option${selected ? html` selected` : html``}>${shown}</option>`,
  );
  return html`<div class="field"><label for="${id}">${label}</label><select id="${id}">${options}</select></div>`;
}

function field(id: string, label: string, hint: string, kind: Html): Html {
  return html`<div class="field"><label for="${id}">${label}</label>
<input id="${id}"${kind} aria-describedby="${id}-hint"><p class="hint" id="${id}-hint">${hint}</p></div>`;
}

/** The loan form. */
export function loan(context: PageContext): PageParts {
  const { text, language } = context;
  const words = text.loan;
  const amounts = [10_000, 30_000, 50_000, 100_000, 150_000, 200_000, 300_000];
  const terms = [5, 10, 15, 20, 30];
  const main = html`<div class="wrap block account"><div>
<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${statusLine(context, true)}
<form class="card form" data-demo-form>
<div class="pair">
${choice(
  'amount',
  text.calculator.amount,
  amounts.map((sum) => ({ shown: formatSum(sum), selected: sum === sample.amount })),
)}
${choice(
  'term',
  text.calculator.term,
  terms.map((days) => ({
    shown: formatDays(days, language, text.calculator.days),
    selected: days === sample.days,
  })),
)}
</div>
${field('iin', words.iin, words.iinHint, html` type="text" inputmode="numeric" maxlength="12" autocomplete="off"`)}
${field('phone', words.phone, words.phoneHint, html` type="tel" autocomplete="tel"`)}
<label class="check"><input type="checkbox"><span>${words.agree}</span></label>
<button class="button" type="submit">${words.submit}</button>
<p class="sent" role="status" data-sent="${words.sent}"></p>
</form></div>
<aside class="side" aria-labelledby="side-title"><h2 id="side-title">${words.side.title}</h2>
<ul class="ticks">${words.side.items.map((item) => html`<li>${item}</li>`)}</ul></aside>
</div>`;
  return { title: words.title, main, scripts: ['status'] };
}
