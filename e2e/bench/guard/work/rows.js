/** The data of a table: the same shape in every framework, so that only the framework differs. */

const COUNT = 10_000;

/** One row in fifty carries a picture of the site's own, as a list of goods or people would. */
const rowAt = (id, label) => ({ id, label, sum: (id * 7919) % 100_000, picture: id % 50 === 0 });

/** Ten thousand rows. */
export const rows = Array.from({ length: COUNT }, (_, id) => rowAt(id, `Қарыз ${id}`));

/** The same rows, moved by one, each tenth with another label: what a poll of a server brings. */
export const later = [...rows.slice(1), rows[0]].map((row) =>
  row.id % 10 ? row : rowAt(row.id, `Төленді ${row.id}`),
);

/** Milliseconds that `run` takes. */
export const timed = (run) => {
  const from = performance.now();
  run();
  return performance.now() - from;
};

/** A place in the page for one table. */
export const place = () => document.body.appendChild(document.createElement('main'));
