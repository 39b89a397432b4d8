import { type Html, html } from './html.ts';
import type { PanelText } from './text/type.ts';

const trackers = ['sanaq', 'izdeu', 'baspa', 'komek', 'korme', 'qalqan'];
/** Three figures wide, as panel.js writes each count. */
const zero = '\u2007\u20070';

/** The stand with the link to the trial pages in its place in the page, whole from the start so that nothing moves when panel.js fills it. */
export function panel(text: PanelText, trials: Html): Html {
  const stores = [text.cookies, 'localStorage', 'sessionStorage', 'IndexedDB'];
  const kinds = ['cookie', 'localStorage', 'sessionStorage', 'indexedDB'];
  const rows = kinds.map(
    (kind, at) => html`<dt>${stores[at] ?? kind}</dt><dd data-stand-store="${kind}">${text.empty}</dd>`,
  );
  const counts = trackers.map(
    (id) => html`<li data-stand-tracker="${id}"><b>${id}</b> <span>${zero}</span></li>`,
  );
  const emptyRows = [2, 3, 4, 5].map(() => html`<li><b>--:--:--</b> <span></span></li>`);
  return html`<aside class="stand" id="stand" aria-label="${text.title}" data-text="${JSON.stringify(text)}">
<div class="stand-bar">
<button type="button" class="stand-toggle" aria-controls="stand-body"><span class="stand-name">${text.title}</span><span class="stand-count" data-stand-total>${zero}</span></button>
<span class="stand-brief" data-stand-brief>${text.phases.waiting}</span>
</div>
<div class="stand-body" id="stand-body">
<p class="stand-what">${text.what}</p>
<p class="stand-link">${trials}</p>
<h2>${text.phase}</h2>
<p class="stand-phase" data-stand-phase>${text.phases.waiting}</p>
<h2>${text.requests}</h2>
<ul class="stand-trackers">${counts}</ul>
<ol class="stand-last" data-stand-last><li><b>--:--:--</b> <span>${text.none}</span></li>${emptyRows}</ol>
<h2>${text.stored}</h2>
<dl>${rows}</dl>
<button type="button" class="stand-clear" data-stand-clear>${text.clear}</button>
</div>
</aside>`;
}
