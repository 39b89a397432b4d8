import type { TargetedMouseEvent } from 'preact';
import type { Screen } from './view.ts';

/** What a switch stands for. */
export interface Switchable {
  /** Purpose, technology or tracker id. */
  id: string;
  name: string;
}

/** A native checkbox that says "switch"; its whole line can be pressed. Only a person can switch it on. */
export const Switch = ({ choice, toggle }: Screen, { id, name }: Switchable) => {
  const press = (event: TargetedMouseEvent<HTMLInputElement>) => {
    if (event.isTrusted || choice.has(id)) toggle(id);
    else event.preventDefault();
  };
  return (
    <label>
      <b>{name}</b>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state */}
      <input type="checkbox" role="switch" checked={choice.has(id)} onClick={press} />
    </label>
  );
};
