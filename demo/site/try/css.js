/** Switches the hostile sheet of the page on and off. */
const sheet = document.querySelector('style[data-hostile]');
const button = document.querySelector('[data-hostile-switch]');

button.addEventListener('click', () => {
  const on = sheet.media !== 'all';
  sheet.media = on ? 'all' : 'not all';
  button.setAttribute('aria-pressed', String(on));
  button.textContent = on ? button.dataset.off : button.dataset.on;
});
