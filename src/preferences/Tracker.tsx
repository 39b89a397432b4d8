import type { TrackerDetails } from '../contract.ts';
import { Link, Rows } from './Rows.tsx';
import { Switch } from './Switch.tsx';
import type { Screen } from './view.ts';

/** One tracker: switch, who is behind it and what it stores. */
export function Tracker(screen: Screen, tracker: TrackerDetails) {
  const { texts, technologies } = screen.details;
  const used = technologies.filter(({ id }) => tracker.uses.includes(id));
  const kept = tracker.stores.map(({ name, kind, lifetime, note }) => [
    <b>{name}</b>,
    ` – ${[kind, lifetime, note].filter(Boolean).join(', ')}`,
  ]);
  return (
    <div class="item">
      {Switch(screen, tracker)}
      <p>{tracker.description}</p>
      <p>{tracker.note}</p>
      {Rows([
        [texts.provider, Link(tracker.provider, tracker.url)],
        [texts.country, tracker.country],
        [texts.uses, used.map(({ name }) => name).join(', ')],
        [texts.stores, ...(kept[0] ? kept : [texts.storesNothing])],
      ])}
    </div>
  );
}
