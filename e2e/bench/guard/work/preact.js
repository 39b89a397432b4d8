import { h, render } from 'preact';
import { drawn, later, place, rows } from './rows.js';

const Row = ({ id, label, sum, picture }) =>
  h('tr', { class: id % 2 ? 'odd' : 'even' }, [
    h('td', null, id),
    h('td', null, h('a', { href: `/qaryz/${id}`, title: label }, label)),
    h('td', { class: 'sum' }, sum),
    h('td', null, picture ? h('img', { src: '/icon.svg', alt: '', width: 16, height: 16 }) : '–'),
  ]);

const table = (list) =>
  h(
    'table',
    null,
    h(
      'tbody',
      null,
      list.map((row) => h(Row, { key: row.id, ...row })),
    ),
  );

window.work = async () => {
  const root = place();
  const first = await drawn('Preact: 10,000 rows', () => render(table(rows), root));
  const again = await drawn('Preact: the rows again', () => render(table(later), root));
  render(null, root);
  root.remove();
  return { ...first, ...again };
};
