import { MyChoice } from './MyChoice.tsx';
import { Purpose } from './Purpose.tsx';
import { Link, Rows } from './Rows.tsx';
import { Switch } from './Switch.tsx';
import type { Screen } from './view.ts';

/** The view with the switches. It is hidden, not removed, while the policy is read: what is open stays open. */
export function Preferences(screen: Screen) {
  const { details, view, go } = screen;
  const { texts } = details;
  return (
    <div class="body" hidden={view === 'policy'}>
      {MyChoice(screen)}
      <p>{texts.rule}</p>
      <p>{texts.withdrawal}</p>
      <h3>{texts.technologies}</h3>
      {details.technologies.map((technology) => (
        <div class="item">
          {Switch(screen, technology)}
          <p>{technology.definition}</p>
          <small>{technology.source}</small>
        </div>
      ))}
      <h3>{texts.purposes}</h3>
      {details.purposes.map((purpose) => Purpose(screen, purpose))}
      <h3>{texts.necessary}</h3>
      <p>{texts.alwaysOn}</p>
      {Rows(details.necessary.map(({ name, description }) => [name, description]))}
      <h3>{texts.facts}</h3>
      {Rows(details.facts.map(({ label, value, href }) => [label, Link(value, href)]))}
      <button onClick={() => go('policy')}>{texts.policy}</button>
    </div>
  );
}
