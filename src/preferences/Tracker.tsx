import type { TrackerDetails } from '../contract.ts';
import { missingFor } from './choice.ts';
import { Link, Rows } from './Rows.tsx';
import { Switch } from './Switch.tsx';
import type { Screen } from './view.ts';
import { fill } from './words.ts';

/** Why a tracker that is switched on will not run, in words. */
export function obstacle(tracker: TrackerDetails, { details, choice }: Screen): string | undefined {
  const missing = missingFor(tracker, choice, details);
  if (choice.has(tracker.id) && missing[0]) return fill(details.texts.willNotRun, { missing: missing.join(', ') });
}

/** One tracker: switch, what comes of it, who is behind it and what it stores. */
export function Tracker(screen: Screen, tracker: TrackerDetails) {
  const { texts, technologies } = screen.details;
  const { id, uses, stores } = tracker;
  const used = technologies.filter((technology) => uses.includes(technology.id));
  const kept = stores.map(({ name, kind, lifetime, note }) => [
    <b>{name}</b>,
    ` – ${[kind, lifetime, note].filter(Boolean).join(', ')}`,
  ]);
  return (
    <div class="tracker">
      {Switch(screen, tracker, `to-${id}`)}
      <p class="state" id={`to-${id}`}>
        {obstacle(tracker, screen) ?? (screen.choice.has(id) ? texts.willRun : texts.off)}
      </p>
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
