import type { Details } from '../contract.ts';
import { Switch } from './Switch.tsx';
import { obstacle, Tracker } from './Tracker.tsx';
import type { Screen } from './view.ts';

/** One purpose with its trackers. What is on and will not run all the same is said without opening them. */
export function Purpose(screen: Screen, purpose: Details['purposes'][number]) {
  const { texts, trackers } = screen.details;
  const mine = trackers.filter((tracker) => tracker.purpose === purpose.id);
  return (
    <div class="item">
      {Switch(screen, purpose)}
      <p>{purpose.description}</p>
      <div role="status">
        {mine.map((tracker) => {
          const why = obstacle(tracker, screen);
          return (
            why && (
              <p class="state">
                <b>{tracker.name}</b> {why}
              </p>
            )
          );
        })}
      </div>
      <details>
        <summary>
          {texts.more}: {mine.map(({ name }) => name).join(', ')}
        </summary>
        {mine.map((tracker) => Tracker(screen, tracker))}
      </details>
    </div>
  );
}
