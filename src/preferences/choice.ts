import type { TrackerDetails } from '../contract.ts';
import type { ConsentState } from '../types.ts';
import type { Screen } from './view.ts';
import { fill } from './words.ts';

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

/** What comes of a tracker if the choice is saved as it stands, in words. */
export function statusOf(
  { id, purpose, uses }: TrackerDetails,
  { choice, details }: Screen,
): string | undefined {
  const { texts, technologies, purposes } = details;
  if (!choice.has(id)) return texts.off;
  const missing = [...technologies, ...purposes]
    .filter((part) => [purpose, ...uses].includes(part.id) && !choice.has(part.id))
    .map(({ name }) => name);
  return missing[0] ? fill(texts.willNotRun, { missing: missing.join(', ') }) : texts.willRun;
}
