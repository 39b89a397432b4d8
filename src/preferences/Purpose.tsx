import type { Details } from '../contract.ts';
import { statusOf } from './choice.ts';
import { Switch } from './Switch.tsx';
import { Tracker } from './Tracker.tsx';
import type { Screen } from './view.ts';

/** One purpose with its trackers. What comes of each is said without opening them, and said again as it changes. */
export function Purpose(screen: Screen, purpose: Details['purposes'][number]) {
  const { texts, trackers } = screen.details;
  const mine = trackers.filter((tracker) => tracker.purpose === purpose.id);
  return (
    <div class="item">
      {Switch(screen, purpose)}
      <p>{purpose.description}</p>
      {screen.gpc && purpose.id === 'marketing' && <p>{texts.gpcNote}</p>}
      <ul aria-live="polite">
        {mine.map((tracker) => (
          <li>
            <b>{tracker.name}</b> – {statusOf(tracker, screen)}
          </li>
        ))}
      </ul>
      <details>
        <summary>
          {texts.more}: {mine.map(({ name }) => name).join(', ')}
        </summary>
        {mine.map((tracker) => Tracker(screen, tracker))}
      </details>
    </div>
  );
}
