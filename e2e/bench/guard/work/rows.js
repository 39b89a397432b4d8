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

/** A message that is sent in a frame comes when that frame is painted. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
  });

/** Draws, and tells how long it took until all was on the screen and how much of that the script was, in ms. */
export const drawn = async (what, draw) => {
  const from = performance.now();
  draw();
  const script = performance.now() - from;
  await painted();
  return { [`${what}, on the screen`]: performance.now() - from, [`${what}, the script alone`]: script };
};

/** A place in the page for one table. */
export const place = () => document.body.appendChild(document.createElement('main'));
