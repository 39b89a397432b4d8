/** Who was asked about last and may go on: the id of a tracker, or nothing. */
export const last = { owner: '' };

/** Connections and databases of trackers that were let through: each says whether it was over, and ends it then. */
const live = new Set<() => boolean>();

/**
 * Remembers something that lasts, when it is a tracker's. `holds` tells later whether it would still be let
 * through; when not, `end` closes it.
 */
export function follow(owner: string, holds: () => boolean, end: () => void): void {
  if (!owner) return;
  live.add(() => {
    const over = holds();
    if (over) end();
    return over;
  });
}

/** Ends what may no longer go on. */
export function endLive(): void {
  for (const over of live) if (over()) live.delete(over);
}
