import { createElement as h } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { drawn, later, place, rows } from './rows.js';

const Row = ({ id, label, sum, picture }) =>
  h(
    'tr',
    { className: id % 2 ? 'odd' : 'even' },
    h('td', null, id),
    h('td', null, h('a', { href: `/qaryz/${id}`, title: label }, label)),
    h('td', { className: 'sum' }, sum),
    h('td', null, picture ? h('img', { src: '/icon.svg', alt: '', width: 16, height: 16 }) : '–'),
  );

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
  const react = createRoot(root);
  const first = await drawn('React: 10,000 rows', () => flushSync(() => react.render(table(rows))));
  const again = await drawn('React: the rows again', () => flushSync(() => react.render(table(later))));
  flushSync(() => react.unmount());
  root.remove();
  return { ...first, ...again };
};
