import { placesOfOptions } from './checkUse.ts';
import { ownId, presetUsed } from './expand.ts';
import { each, type Findings, type Loose } from './loose.ts';
import { meant } from './nearest.ts';
import type { FileTracker } from './schema.ts';

/** Whether every container names what it brings in, and each tracker is brought in once. */
export function checkCarries(trackers: Loose<FileTracker>[], { problems, warnings }: Findings): void {
  const ids: (string | undefined)[] = trackers.map((tracker) => tracker && ownId(tracker));
  const carriers = new Map<string, number>();
  each(trackers, (tracker, index) => {
    const { carries } = tracker;
    if (presetUsed(tracker)?.container && carries === undefined)
      warnings.push({
        where: `trackers[${index}]`,
        message:
          'is a container and says nothing of what it brings in. Write "carries" with the ids of those trackers, or [] when there are none.',
      });
    if (!Array.isArray(carries)) return;
    carries.forEach((id, place) => {
      const message = faultOf(String(id), index);
      if (message) problems.push({ where: `trackers[${index}].carries[${place}]`, message });
    });
  });
  each(trackers, (tracker, index) => {
    const carrier = carriers.get(String(ids[index]));
    const preset = presetUsed(tracker);
    if (carrier === undefined || !preset || !placesOfOptions(preset).length) return;
    if (tracker.options === undefined) return;
    const message = `has no meaning, because trackers[${carrier}] starts this one. Write them in the container itself.`;
    problems.push({ where: `trackers[${index}].options`, message });
  });

  function faultOf(id: string, carrier: number): string | undefined {
    if (id === ids[carrier]) return 'is the container itself. Write what it brings in.';
    if (!ids.includes(id)) {
      const known = ids.filter(
        (other): other is string => typeof other === 'string' && other !== ids[carrier],
      );
      return `"${id}" is no tracker of this file.${meant(id, known)} Add it to "trackers", so that visitors are told.`;
    }
    const other = ids.indexOf(id);
    const back = trackers[other]?.carries;
    if (carrier > other && Array.isArray(back) && back.includes(ids[carrier]))
      return `"${id}" carries this one itself, so that nobody would start them. Take it out of one of them.`;
    const first = carriers.get(id);
    carriers.set(id, first ?? carrier);
    if (first !== undefined)
      return `"${id}" is carried by trackers[${first}] already. Take it out of one of them.`;
  }
}
