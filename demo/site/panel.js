/** The stand: shows what the second origin received and what is stored. Stores and sends nothing itself. */
import { eraseAll, readStored } from './panelStores.js';

const stand = document.getElementById('stand');
const text = JSON.parse(stand.dataset.text);
const find = (name) => stand.querySelector(`[data-stand-${name}]`);
const wide = matchMedia('(min-width: 1180px)');

function setText(element, words) {
  // Writing the same text again would make screen readers and observers busy for nothing.
  if (element.textContent !== words) element.textContent = words;
}

/** Always three figures wide, so that a growing number moves nothing. */
const pad = (count) => String(count).padStart(3, '\u2007');

const lastRows = [...find('last').children];
const last = [];
function showLast({ method, path, at }) {
  last.unshift([new Date(at).toTimeString().slice(0, 8), `${method} ${path}`]);
  last.length = Math.min(last.length, lastRows.length);
  for (const [row, [time, request]] of last.entries()) {
    setText(lastRows[row].firstElementChild, time);
    setText(lastRows[row].lastElementChild, request);
  }
}

const counts = new Map();
let total = 0;
function showRequest(request) {
  total += 1;
  setText(find('total'), pad(total));
  const count = (counts.get(request.tracker) ?? 0) + 1;
  counts.set(request.tracker, count);
  const row = stand.querySelector(`[data-stand-tracker="${request.tracker}"]`);
  row?.classList.add('is-filled');
  if (row) setText(row.lastElementChild, pad(count));
  showLast(request);
}

let stream;
let since = Math.floor(performance.timeOrigin);
function connect() {
  stream = new EventSource(`/demo/requests?since=${since}`);
  stream.onmessage = ({ data }) => {
    const request = JSON.parse(data);
    since = Math.max(since, request.at + 1);
    showRequest(request);
  };
}

function describePhase() {
  const state = window.kelisim?.state;
  if (!state) return text.phases.waiting;
  if (state.phase !== 'decided') return text.phases.undecided;
  const names = state.record.granted.purposes.map((purpose) => text.purposes[purpose] ?? purpose);
  return `${text.phases.decided}: ${names.join(', ') || text.nothing}`;
}

function showPhase() {
  const words = describePhase();
  setText(find('phase'), words);
  setText(find('brief'), words);
}

async function showStored() {
  showPhase();
  for (const [kind, names] of Object.entries(await readStored())) {
    const place = stand.querySelector(`[data-stand-store="${kind}"]`);
    place.classList.toggle('is-filled', names.length > 0);
    setText(place, names.sort().join(', ') || text.empty);
  }
}

function showOpen(open) {
  stand.classList.toggle('is-open', open);
  stand.classList.toggle('is-closed', !open);
  stand.querySelector('.stand-toggle').setAttribute('aria-expanded', String(open));
}

showOpen(wide.matches);
stand.querySelector('.stand-toggle').addEventListener('click', () => {
  showOpen(!stand.classList.contains('is-open'));
});
find('clear').addEventListener('click', eraseAll);
document.addEventListener('kelisim:ready', showPhase);
document.addEventListener('kelisim:decided', showPhase);
// An open stream would keep the page out of the back/forward cache.
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', connect);
setInterval(showStored, 1000);
showStored();
