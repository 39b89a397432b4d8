import { type Html, html } from '../../html.ts';
import type { PageContext } from '../../layout.ts';
import type { Block } from '../../text/type.ts';

/** Where the trial pages lie, without the language. */
export const TRY = '/synaq/';

/** Says live what may run on this page; filled in by `try/status.js`. */
export function statusLine({ text }: PageContext, isProtected = false): Html {
  const { now, states } = text.try;
  const mark = isProtected ? html` data-protected` : html``;
  return html`<div class="try-now"><h2>${now}</h2>
<p role="status" data-try-now="${JSON.stringify(states)}"${mark}>${states.waiting}</p></div>`;
}

/** A trial page: what it shows, how things stand, its own part, and the way back. */
export function trial(context: PageContext, { title, text }: Block, part: Html): Html {
  return html`<div class="wrap block try"><p><a href="${context.base}${TRY}">← ${context.text.try.back}</a></p>
<h1>${title}</h1><p class="lead">${text}</p>
${statusLine(context)}
${part}</div>`;
}
