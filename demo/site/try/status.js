/** Says what may run on this page now, in every place that asks for it. */
const places = document.querySelectorAll('[data-try-now]');

function describe({ dataset }) {
  const text = JSON.parse(dataset.tryNow);
  const state = window.kelisim?.state;
  if (!state) return text.waiting;
  if ('protected' in dataset) return text.protected;
  if (state.phase !== 'decided') return text.undecided;
  const names = state.record.asked.trackers.filter((id) => window.kelisim.allows(id));
  return names.length ? `${text.running} ${names.join(', ')}.` : text.none;
}

/** Writes it anew. */
export function showStatus() {
  for (const place of places) place.textContent = describe(place);
}

document.addEventListener('kelisim:ready', showStatus);
document.addEventListener('kelisim:decided', showStatus);
showStatus();
