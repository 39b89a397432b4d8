import { place, timed } from './rows.js';

const HTML = `<div class="card"><h3>Қарыз</h3><p>Мөлшері <b>100 000 ₸</b></p><a href="/qaryz">Толығырақ</a>${'<i>.</i>'.repeat(12)}</div>`;
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const times = (count, run) =>
  timed(() => {
    for (let turn = 0; turn < count; turn += 1) run(turn);
  });

/** What no framework stands before: single calls of the DOM. */
window.work = () => {
  const root = place();
  const made = Array.from({ length: 10_000 }, () => document.createElement('p'));
  const pictures = Array.from({ length: 1_000 }, () => document.createElement('img'));
  const host = root.appendChild(document.createElement('div'));
  const result = {
    'DOM: createElement 10,000': times(10_000, () => document.createElement('span')),
    'DOM: appendChild 10,000': times(10_000, (turn) => root.appendChild(made[turn])),
    "DOM: setAttribute('class') 10,000": times(10_000, (turn) => made[turn].setAttribute('class', 'row')),
    'DOM: innerHTML of 200 B 1,000': times(1_000, () => {
      host.innerHTML = HTML;
    }),
    'DOM: img.src, data: 1,000': times(1_000, (turn) => {
      pictures[turn].src = DOT;
    }),
    'DOM: img.src, own file 1,000': times(1_000, (turn) => {
      pictures[turn].src = '/icon.svg';
    }),
  };
  root.remove();
  return result;
};
