/** A router in the page: changes the address and what is shown, and loads nothing anew. */
import { showStatus } from './status.js';

const links = [...document.querySelectorAll('[data-view-link]')];
const views = [...document.querySelectorAll('[data-view]')];
const now = document.querySelector('[data-try-now]');

function show() {
  const link = links.find(({ pathname }) => pathname === location.pathname) ?? links[0];
  for (const other of links) other.toggleAttribute('aria-current', other === link);
  for (const view of views) view.hidden = view.dataset.view !== link.dataset.viewLink;
  now.toggleAttribute('data-protected', link.dataset.viewLink === 'loan');
  showStatus();
}

for (const link of links)
  link.addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState({}, '', link.href);
    show();
  });
addEventListener('popstate', show);
show();
