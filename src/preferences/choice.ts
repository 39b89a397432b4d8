import type { Details, TrackerDetails } from '../contract.ts';
import type { ConsentState } from '../types.ts';

/**
 * What is switched on: purposes, technologies and tracker ids in one set. The site build takes care that no
 * tracker has the name of a purpose or technology.
 */
export type Choice = ReadonlySet<string>;

/** What the decision in force has granted; nothing while undecided. */
export const choiceOf = (state: ConsentState): Choice =>
  new Set(state.phase === 'decided' ? Object.values(state.record.granted).flat() : []);

/**
 * The choice after one switch was pressed: a purpose takes its trackers along, and it is on as long as one of
 * them is. No press on something else ever switches a technology on.
 */
export function toggle(choice: Choice, name: string, trackers: TrackerDetails[]): Choice {
  const next = new Set(choice);
  const put = (other: string, on: boolean) => (on ? next.add(other) : next.delete(other));
  const on = !choice.has(name);
  put(name, on);
  const purpose = trackers.find(({ id }) => id === name)?.purpose;
  const siblings = trackers.filter((tracker) => tracker.purpose === (purpose ?? name));
  const someOn = siblings.some(({ id }) => next.has(id));
  if (purpose) put(purpose, someOn);
  else for (const { id } of siblings) put(id, on);
  return next;
}

/** Names for people of the technologies and the purpose that this tracker lacks. */
export const missingFor = ({ purpose, uses }: TrackerDetails, choice: Choice, details: Details): string[] =>
  [...details.technologies, ...details.purposes]
    .filter(({ id }) => [purpose, ...uses].includes(id) && !choice.has(id))
    .map(({ name }) => name);
