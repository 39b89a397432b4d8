/** Stand-in for the first half of an advertising tag: a queue that the second half empties. */
(() => {
  const queue = [];
  window.izdeu = (...event) => queue.push(event);
  window.izdeu.queue = queue;
  window.izdeu('pageview');
})();
