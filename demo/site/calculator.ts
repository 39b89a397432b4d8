import { type Html, html } from './html.ts';
import type { PageContext } from './layout.ts';
import { dailyRate, formatPercent, formatSum, yearlyRate } from './money.ts';
import type { Language } from './text/type.ts';

/** What the calculator shows before it is touched. */
export const sample = { amount: 100_000, days: 15 };

/** 15 → `15 күн`, `15 дней`, with a no-break space. */
export function formatDays(days: number, language: Language, forms: Record<string, string>): string {
  const form = forms[new Intl.PluralRules(language).select(days)] ?? forms.other ?? '';
  return `${days}\u00a0${form}`;
}

function slider(name: string, label: string, range: Html, shown: string): Html {
  return html`<div class="slider"><label for="calculator-${name}">${label}</label>
<output for="calculator-${name}" data-show="${name}">${shown}</output>
<input type="range" id="calculator-${name}" data-input="${name}"${range} aria-valuetext="${shown}"></div>`;
}

/** The working loan calculator; site.js recounts it, the first figures come from here. */
export function calculator({ text, language, base }: PageContext): Html {
  const words = text.calculator;
  const reward = sample.amount * dailyRate * sample.days;
  const amountRange = html` min="10000" max="300000" step="5000" value="${sample.amount}"`;
  const daysRange = html` min="5" max="30" step="1" value="${sample.days}"`;
  const days = formatDays(sample.days, language, words.days);
  return html`<section class="card calculator" aria-labelledby="calculator-title" data-calculator data-rate="${dailyRate}" data-days="${JSON.stringify(words.days)}">
<div class="card-head"><h2 id="calculator-title">${words.title}</h2><p class="badge">${words.example}</p></div>
${slider('amount', words.amount, amountRange, formatSum(sample.amount))}
${slider('days', words.term, daysRange, days)}
<dl class="sums">
<div class="sum-total"><dt>${words.total}</dt><dd data-show="total">${formatSum(sample.amount + reward)}</dd></div>
<div><dt>${words.reward}</dt><dd data-show="reward">${formatSum(reward)}</dd></div>
<div><dt>${words.dailyRate}</dt><dd>${formatPercent(dailyRate * 100)}</dd></div>
<div class="sum-yearly"><dt>${words.yearlyRate}</dt><dd data-show="yearly">${formatPercent(yearlyRate(sample.days))}</dd></div>
</dl>
<a class="button" href="${base}/nesie/">${words.apply}</a>
<p class="small">${words.note}</p>
</section>`;
}
